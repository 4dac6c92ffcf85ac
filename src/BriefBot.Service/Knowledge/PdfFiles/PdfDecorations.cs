using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>
/// Removes headers, footers and page numbers: text at the edge of pages, no larger than the body, that is the same but for numbers at the
/// same height on two or more pages.
/// </summary>
internal static partial class PdfDecorations
{
    /// <summary>The share of a page's height at its top, and at its bottom.</summary>
    private const double Edge = 0.12;

    public static IReadOnlyList<PdfBlock> Without(IReadOnlyList<PdfBlock> blocks)
    {
        var size = PdfSections.TextSize(blocks);
        var repeated = blocks
            .Where(block => IsAtEdge(block, size))
            .GroupBy(Likeness)
            .Where(alike => alike.DistinctBy(block => block.Page).Count() > 1)
            .Select(alike => alike.Key)
            .ToHashSet();
        PdfBlock[] kept = [.. blocks.Where(block => !IsAtEdge(block, size) || !(IsNumber(block) || repeated.Contains(Likeness(block))))];
        return kept.Length > 0 ? kept : blocks;
    }

    private static bool IsAtEdge(PdfBlock block, double size) =>
        block.Kind == BlockKind.Prose && block.Size <= size && block.Height is < Edge or > 1 - Edge;

    private static bool IsNumber(PdfBlock block) =>
        block.Lines is [var line]
        && line.All(character => char.IsDigit(character) || char.IsWhiteSpace(character) || character is '-' or '–' or '/');

    private static (string Text, double Height) Likeness(PdfBlock block) =>
        (Number().Replace(string.Join(' ', block.Lines), "#"), Math.Round(block.Height, 2));

    [GeneratedRegex("(?>[0-9]+)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Number();
}
