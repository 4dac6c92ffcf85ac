using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question whose spelling is settled.</summary>
/// <param name="Text">The text as typed, with misspelt words corrected.</param>
/// <param name="Terms">The words that carry it.</param>
internal sealed record CorrectedText(string Text, IReadOnlyList<QueryTerm> Terms);
