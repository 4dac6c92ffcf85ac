using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>
/// Makes sections of the blocks of all pages: larger letters are headings, words and paragraphs that were broken are joined.
/// </summary>
internal sealed class PdfSections
{
    /// <summary>Letters of a heading are that much larger than those of the text.</summary>
    private const double Larger = 1.15;

    private const int LongestHeading = 20;

    private readonly Dictionary<double, int> _levels;
    private readonly HashSet<string> _words;
    private RenderedText _text = new();

    public PdfSections(IReadOnlyList<PdfBlock> blocks)
    {
        var textSize = TextSize(blocks);
        _words = [.. blocks.SelectMany(block => block.Lines).SelectMany(line => line.Split(' '))];
        var sizes = blocks
            .Where(block => IsHeading(block, textSize))
            .GroupBy(block => block.Size)
            .OrderByDescending(size => size.Key)
            .ToArray();
        // The largest heading is the title where it is alone in its size.
        var first = sizes is [var largest, ..] && largest.Count() == 1 ? 1 : 2;
        _levels = sizes.Index().ToDictionary(size => size.Item.Key, size => size.Index + first);
        foreach (var (i, block) in blocks.Index())
        {
            var next = i + 1 < blocks.Count ? blocks[i + 1] : null;
            var goesOn = next is not null && GoesOn(block, next);
            Add(block, goesOn ? next : null);
            if (IsHeading(block, textSize))
            {
                Open(_levels[block.Size]);
            }
            else if (!goesOn)
            {
                Sections.Add(_text.ToBlock(block.Kind));
                _text = new RenderedText();
            }
        }
    }

    public SectionBuilder Sections { get; } = new();

    /// <summary>The size in which most of the text is set.</summary>
    public static double TextSize(IEnumerable<PdfBlock> blocks) =>
        blocks.GroupBy(block => block.Size, block => block.Lines.Sum(line => line.Length)).MaxBy(size => size.Sum())?.Key ?? 0;

    private static bool IsHeading(PdfBlock block, double textSize) =>
        block.Kind == BlockKind.Prose
        && block.Size > textSize * Larger
        && block.Lines.Sum(line => line.Split(' ').Length) <= LongestHeading
        && block.Lines.Any(line => line.Any(char.IsLetter));

    private void Open(int level)
    {
        if (_text.ToBlock(BlockKind.Prose) is { } heading)
        {
            Sections.Open(level, heading.Text);
        }

        _text = new RenderedText();
    }

    /// <summary>A paragraph that a page or column breaks off ends without an end mark, and goes on in small letters.</summary>
    private static bool GoesOn(PdfBlock before, PdfBlock block) =>
        block.Kind == BlockKind.Prose
        && before.Kind is not (BlockKind.TableHeader or BlockKind.TableRow)
        && before.Size == block.Size
        && before.Lines[^1].TrimEnd() is [.., var end]
        && (char.IsLetterOrDigit(end) || end is ',' or '-' or '\u00AD')
        && block.Lines[0].TrimStart() is [var begin, ..]
        && char.IsLower(begin);

    private void Add(PdfBlock block, PdfBlock? goesOn)
    {
        foreach (var (i, line) in block.Lines.Index())
        {
            var next = i + 1 < block.Lines.Count ? block.Lines[i + 1] : goesOn?.Lines[0] ?? "";
            _text.Add(Written(line, next), block.Page);
        }
    }

    /// <summary>
    /// A line as it reads before the next: a word that was broken for want of space is joined, one with a hyphen of its own keeps it.
    /// </summary>
    private string Written(string line, string next)
    {
        var text = Spelt(line).TrimEnd();
        var rest = next.TrimStart().Split(' ')[0];
        if (
            text is not [.., var before, '-' or '\u00AD']
            || !char.IsLetterOrDigit(before)
            || rest is not [var first, ..]
            || !char.IsLetterOrDigit(first)
        )
        {
            return text + " ";
        }

        var start = text[(text.LastIndexOf(' ') + 1)..];
        var isOwn = text[^1] == '-' && (!char.IsLower(first) || !char.IsLetter(before) || _words.Contains(start + rest));
        return isOwn ? text : text[..^1];
    }

    /// <summary>Writes ligatures as separate letters, so that words can be found.</summary>
    private static string Spelt(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0
            ? text
            : new StringBuilder(text)
                .Replace("\uFB00", "ff")
                .Replace("\uFB01", "fi")
                .Replace("\uFB02", "fl")
                .Replace("\uFB03", "ffi")
                .Replace("\uFB04", "ffl")
                .Replace("\uFB05", "st")
                .Replace("\uFB06", "st")
                .ToString();
}
