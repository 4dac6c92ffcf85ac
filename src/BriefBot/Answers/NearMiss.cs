namespace BriefBot.Answers;

/// <summary>A passage that came close without answering.</summary>
/// <param name="Path">The article's path below the knowledge folder.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Section">The headings above it, joined by " › "; may be empty.</param>
/// <param name="Quote">Its best sentence, verbatim.</param>
public sealed record NearMiss(string Path, string Title, string Section, string Quote);
