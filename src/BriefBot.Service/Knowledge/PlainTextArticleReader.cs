using System.Security.Cryptography;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Reads plain text: paragraphs between blank lines; a short line alone, without an end mark, is a heading, and the first of
/// them, at the top, the title.
/// </summary>
internal sealed class PlainTextArticleReader(PassageCutter cutter) : IArticleReader
{
    private const int LongestHeading = 12;

    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span);
        if (problem is not null)
        {
            return new ReadResult.Failed(problem);
        }

        var paragraphs = Paragraphs(text);
        var first = paragraphs[0];
        var title = IsHeading(first) ? first.Text : null;
        var head = new ArticleHead
        {
            Path = path,
            Title = title ?? MarkdownArticleReader.TitleOf(path),
            Hash = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
        };
        var passages = cutter.Cut(head, Sections(title is null ? paragraphs : paragraphs[1..]));
        return passages.Count == 0
            ? new ReadResult.Failed(new Problem(path, null, "holds only headings. Write something under them, or remove it."))
            : new ReadResult.Read(new Article { Path = path, Title = head.Title, Hash = head.Hash, Passages = passages });
    }

    private static List<TextBlock> Paragraphs(string text)
    {
        var paragraphs = new List<TextBlock>();
        var paragraph = new RenderedText();
        var line = 0;
        foreach (var content in text.Split('\n').Append(""))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(content))
            {
                paragraph.Add(content, line);
                paragraph.Add(" ", line);
            }
            else if (paragraph.ToBlock(BlockKind.Prose) is { } block)
            {
                paragraphs.Add(block);
                paragraph = new RenderedText();
            }
        }

        return paragraphs;
    }

    private static IEnumerable<Section> Sections(IEnumerable<TextBlock> paragraphs)
    {
        var section = new Section([], []);
        var blocks = new List<TextBlock>();
        foreach (var paragraph in paragraphs)
        {
            if (IsHeading(paragraph))
            {
                yield return section with { Blocks = blocks };
                section = new Section([paragraph.Text], []);
                blocks = [];
            }
            else
            {
                blocks.Add(paragraph);
            }
        }

        yield return section with { Blocks = blocks };
    }

    private static bool IsHeading(TextBlock paragraph) =>
        paragraph.Lines.Count == 1
        && paragraph.Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., var last] && char.IsLetterOrDigit(last)
        && paragraph.Text.Split(' ').Length <= LongestHeading;
}
