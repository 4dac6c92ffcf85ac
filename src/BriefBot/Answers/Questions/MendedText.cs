namespace BriefBot.Answers.Questions;

/// <summary>A question whose spelling is settled.</summary>
/// <param name="Text">As it was typed, but for misspelt words, in whose places stand those that are meant.</param>
/// <param name="Typed">For each of these, in lower case, how it was typed.</param>
internal sealed record MendedText(string Text, IReadOnlyDictionary<string, string> Typed);
