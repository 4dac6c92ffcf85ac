namespace BriefBot.Knowledge.Articles;

/// <summary>The content under one heading, down to the next.</summary>
/// <param name="Headings">The heading trail, outermost first, without the title.</param>
/// <param name="Blocks">The blocks in reading order; may be empty.</param>
/// <param name="Box">The title of the box it is, as of a note or warning; null where it is none.</param>
public sealed record Section(IReadOnlyList<string> Headings, IReadOnlyList<TextBlock> Blocks, string? Box = null);
