namespace BriefBot.Tests.Answers.Reports;

/// <summary>A place that a citation must name.</summary>
/// <param name="Path">The path of the article.</param>
/// <param name="Lines">The first and the last line within which it must stand; null for any.</param>
internal sealed record CitedPlace(string Path, int[]? Lines);
