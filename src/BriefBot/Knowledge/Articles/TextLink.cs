namespace BriefBot.Knowledge.Articles;

/// <summary>A link in the text of a block.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="Length">How long its text is, in characters.</param>
/// <param name="Url">Where it leads: an absolute http or https address.</param>
public readonly record struct TextLink(int Start, int Length, string Url);
