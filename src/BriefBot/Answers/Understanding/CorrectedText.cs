using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question whose spelling is settled.</summary>
/// <param name="Text">As it was typed, but for misspelt words, in whose places stand those that are meant.</param>
/// <param name="Terms">The words that carry it.</param>
internal sealed record CorrectedText(string Text, IReadOnlyList<QueryTerm> Terms);
