namespace BriefBot.Knowledge.Articles;

/// <summary>What stands under one heading, down to the next.</summary>
/// <param name="Headings">The heading trail, outermost first, without the title.</param>
/// <param name="Blocks">The blocks in reading order; may be empty.</param>
public sealed record Section(IReadOnlyList<string> Headings, IReadOnlyList<TextBlock> Blocks);
