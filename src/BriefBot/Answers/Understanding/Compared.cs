namespace BriefBot.Answers.Understanding;

/// <summary>One of two things that are compared.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Terms">The analysed words that the other has not; never empty.</param>
internal sealed record Compared(string Name, IReadOnlySet<string> Terms);
