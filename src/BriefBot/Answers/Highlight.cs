namespace BriefBot.Answers;

/// <summary>A part of a sentence: 0-based start and length in characters.</summary>
public readonly record struct Highlight(int Start, int Length);
