namespace BriefBot.Knowledge.Articles;

/// <summary>A link in the text of a block.</summary>
/// <param name="Start">Start of its text.</param>
/// <param name="Length">Length of its text in characters.</param>
/// <param name="Url">The target: an absolute http or https address.</param>
public readonly record struct TextLink(int Start, int Length, string Url);
