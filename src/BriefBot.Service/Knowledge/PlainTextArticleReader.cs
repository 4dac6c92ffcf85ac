using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Reads plain text: paragraphs between blank lines; a short line alone, without an end mark, is a heading, and the first of
/// them, at the top, the title.
/// </summary>
internal sealed class PlainTextArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    private const int LongestHeading = 12;

    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span, options.Value.MaxLineLength);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        return new ArticleParts { Path = path, Content = content, Sections = Sections(Paragraphs(text)), Warnings = Problem.Some(problem) }.Cut(cutter);
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

    /// <summary>The heading at the very top is of the first level, and so the title.</summary>
    private static SectionBuilder Sections(IReadOnlyList<TextBlock> paragraphs)
    {
        var sections = new SectionBuilder();
        foreach (var (i, paragraph) in paragraphs.Index())
        {
            if (IsHeading(paragraph))
            {
                sections.Open(i == 0 ? 1 : 2, paragraph.Text);
            }
            else
            {
                sections.Add(paragraph);
            }
        }

        return sections;
    }

    private static bool IsHeading(TextBlock paragraph) =>
        paragraph.Places.Count == 1
        && paragraph.Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., var last] && char.IsLetterOrDigit(last)
        && paragraph.Text.Split(' ').Length <= LongestHeading;
}
