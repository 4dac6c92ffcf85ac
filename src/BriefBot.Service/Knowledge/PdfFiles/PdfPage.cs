using BriefBot.Knowledge.Articles;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Geometry;
using PdfTextBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;
using Table = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<UglyToad.PdfPig.Content.Word>>>;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>One page of a PDF file as blocks in reading order, by PdfPig's layout analysis; the rows of tables are found first.</summary>
internal static class PdfPage
{
    /// <summary>Letters that much larger begin another block.</summary>
    private const double OtherSize = 1.15;

    /// <summary>Lines farther apart, in sizes of their letters, are no lines of one paragraph; double-spaced ones are about 2.3.</summary>
    private const double MostLeading = 2.4;

    private const string Bullets = "•◦‣▪●○■–·";

    /// <param name="page">The page.</param>
    /// <param name="form">The form that the document is, or null.</param>
    /// <param name="unseen">Receives struck-out text.</param>
    public static IEnumerable<PdfBlock> Read(Page page, AcroForm? form, UnseenText unseen)
    {
        var letters = PdfLetters.Read(page, unseen);
        letters.AddRange([.. PdfFields.Read(form, page.Number, letters)]);
        var words = NearestNeighbourWordExtractor.Instance.GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var tables = PdfTables.Find(words);
        var inTables = tables.SelectMany(table => table).SelectMany(row => row).SelectMany(cell => cell).ToHashSet();
        var rows = tables.ToDictionary(table => new PdfTextBlock([
            .. table.Select(row => new TextLine([.. row.SelectMany(cell => cell)])),
        ]));
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks([.. words.Where(word => !inTables.Contains(word))]);
        return UnsupervisedReadingOrderDetector
            .Instance.Get([.. blocks, .. rows.Keys])
            .SelectMany(block => rows.TryGetValue(block, out var table) ? Rows(page, table) : Parts(page, block))
            .Where(block => block.Lines.Count > 0);
    }

    private static IEnumerable<PdfBlock> Rows(Page page, Table table)
    {
        string[] texts =
        [
            .. table.Select(row => string.Join(" | ", row.Select(cell => Read(string.Join(' ', cell.Select(word => word.Text)))))),
        ];
        var hasHeader = HeaderRow.IsFirstOf(texts);
        return table.Select(
            (row, i) =>
                new PdfBlock(
                    page.Number,
                    i == 0 && hasHeader ? BlockKind.TableHeader : BlockKind.TableRow,
                    [texts[i]],
                    Size(row[0]),
                    Height(page, row[0][0].BoundingBox)
                )
        );
    }

    /// <summary>A block is cut where the size of its letters changes, where an item of a list begins, and at a wide space.</summary>
    private static IEnumerable<PdfBlock> Parts(Page page, PdfTextBlock block)
    {
        var part = new List<TextLine>();
        foreach (var line in block.TextLines)
        {
            if (part.Count > 0 && (IsItem(line) || IsApart(part[^1], line)))
            {
                yield return Part(page, part);
                part = [];
            }

            part.Add(line);
        }

        yield return Part(page, part);
    }

    private static PdfBlock Part(Page page, List<TextLine> lines)
    {
        var texts = lines.Select(line => Read(line.Text)).ToArray();
        var isItem = IsItem(lines[0]);
        texts[0] = isItem ? texts[0].TrimStart()[1..].TrimStart() : texts[0];
        texts = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text))];
        return new PdfBlock(
            page.Number,
            isItem ? BlockKind.ListItem : BlockKind.Prose,
            texts,
            Size(lines[0].Words),
            Height(page, lines[0].BoundingBox)
        );
    }

    /// <summary>Returns the text without struck-out letters.</summary>
    private static string Read(string text) => text.Replace(PdfLetters.StruckOut.ToString(), "", StringComparison.Ordinal);

    private static bool IsItem(TextLine line) => line.Text.TrimStart() is [var first, ' ', ..] && Bullets.Contains(first);

    private static bool IsApart(TextLine above, TextLine line)
    {
        var (one, other) = (Size(above.Words), Size(line.Words));
        return Math.Max(one, other) > Math.Min(one, other) * OtherSize
            || above.BoundingBox.Bottom - line.BoundingBox.Bottom > other * MostLeading;
    }

    /// <summary>The size of most letters, to the nearest half point.</summary>
    private static double Size(IEnumerable<Word> words) =>
        words
            .SelectMany(word => word.Letters)
            .GroupBy(letter => Math.Round(letter.PointSize * 2) / 2)
            .OrderByDescending(group => group.Count())
            .First()
            .Key;

    private static double Height(Page page, PdfRectangle box) =>
        page.Rotation.Value != 0
            ? (box.Bottom + box.Top) / 2 / page.Height
            : (((box.Bottom + box.Top) / 2) - page.CropBox.Bounds.Bottom) / page.CropBox.Bounds.Height;
}

/// <summary>Lines of one size of a PDF page that belong together, top to bottom.</summary>
/// <param name="Page">The 1-based page.</param>
/// <param name="Kind">A row of a table, an item of a list, or prose that may be a heading.</param>
/// <param name="Lines">The text of each line; never empty.</param>
/// <param name="Size">The size of its letters in points, to the nearest half.</param>
/// <param name="Height">Vertical position of its middle on the page: 0 at the bottom, 1 at the top.</param>
internal sealed record PdfBlock(int Page, BlockKind Kind, IReadOnlyList<string> Lines, double Size, double Height);
