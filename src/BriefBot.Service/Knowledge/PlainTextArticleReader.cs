using System.Text.RegularExpressions;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Reads plain text: paragraphs between blank lines; lines that begin with a bullet are items of a list; a short line alone, without an end mark, is a heading, and the first of
/// them, at the top, the title.
/// </summary>
internal sealed partial class PlainTextArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
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
        var isItem = false;
        foreach (var (i, content) in text.Split('\n').Append("").Index())
        {
            var item = Bullet().Match(content);
            if (string.IsNullOrWhiteSpace(content) || item.Success)
            {
                EndParagraph();
                isItem = item.Success;
            }

            paragraph.Add(content.AsSpan(item.Length), i + 1);
            paragraph.Add(" ", i + 1);
        }

        return paragraphs;

        void EndParagraph()
        {
            if (paragraph.ToBlock(isItem ? BlockKind.ListItem : BlockKind.Prose) is { } block)
            {
                paragraphs.Add(isItem ? block with { Depth = 1, BeginsItem = true } : block);
            }

            paragraph = new RenderedText();
        }
    }

    /// <summary>What begins an item of a list.</summary>
    [GeneratedRegex(@"^\s{0,8}[-*•–]\s{1,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

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
        paragraph is { Kind: BlockKind.Prose, Places.Count: 1 }
        && paragraph.Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., var last] && char.IsLetterOrDigit(last)
        && paragraph.Text.Split(' ').Length <= LongestHeading;
}
