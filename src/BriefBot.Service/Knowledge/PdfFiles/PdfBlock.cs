using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>Lines of one size of a PDF page that belong together, top to bottom.</summary>
/// <param name="Page">The 1-based page.</param>
/// <param name="Kind">A row of a table, an item of a list, or prose that may be a heading.</param>
/// <param name="Lines">The text of each line; never empty.</param>
/// <param name="Size">The size of its letters in points, to the nearest half.</param>
/// <param name="Height">Vertical position of its middle on the page: 0 at the bottom, 1 at the top.</param>
internal sealed record PdfBlock(int Page, BlockKind Kind, IReadOnlyList<string> Lines, double Size, double Height);
