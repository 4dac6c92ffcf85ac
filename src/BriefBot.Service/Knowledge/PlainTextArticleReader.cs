using System.Text.RegularExpressions;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge;

/// <summary>Reads plain text: paragraphs between blank lines, bullets as list items, lines of a chat as paragraphs.</summary>
/// <remarks>
/// A heading is a short line alone without an end mark, a line underlined or in capitals, or a question after <c>Q:</c> or a number; the
/// first, at the top, is the title.
/// </remarks>
internal sealed partial class PlainTextArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    private const int LongestHeading = 12;

    /// <summary>Minimum number of letters of a heading in capitals.</summary>
    private const int FewestCapitals = 4;

    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span, options.Value.Limits.LineLength);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        return new ArticleParts
        {
            Path = path,
            Content = content,
            Sections = Sections(Paragraphs(text.Split('\n'))),
            Warnings = Problem.Some(problem),
        }.Cut(cutter);
    }

    private static List<(TextBlock Block, bool IsHeading)> Paragraphs(string[] lines)
    {
        var paragraphs = new List<(TextBlock Block, bool IsHeading)>();
        var paragraph = new RenderedText();
        var (isItem, isHeading) = (false, false);
        for (var i = 0; i <= lines.Length; i++)
        {
            var content = i < lines.Length ? lines[i] : "";
            var next = i + 1 < lines.Length ? lines[i + 1] : "";
            var item = Bullet().Match(content);
            var question = Question().Match(content);
            var answer = Answer().Match(content);
            var isApart = item.Success || question.Success || answer.Success || ChatLine().IsMatch(content);
            var begins = paragraph.Length == 0 || isApart;
            if (string.IsNullOrWhiteSpace(content) || isApart)
            {
                End();
                isItem = item.Success;
            }

            if (question.Success || (begins && IsTitle(content, next)))
            {
                End();
                isHeading = true;
                paragraph.Add(content.AsSpan(question.Groups["mark"].Length), i + 1);
                End();
                i += Underline().IsMatch(next) ? 1 : 0;
                continue;
            }

            paragraph.Add(content.AsSpan(answer.Success ? answer.Length : item.Length), i + 1);
            paragraph.Add(" ", i + 1);
        }

        return paragraphs;

        void End()
        {
            if (paragraph.ToBlock(isItem ? BlockKind.ListItem : BlockKind.Prose) is { } block)
            {
                paragraphs.Add((isItem ? block with { Depth = 1, BeginsItem = true } : block, isHeading));
            }

            (paragraph, isItem, isHeading) = (new RenderedText(), false, false);
        }
    }

    /// <summary>Returns whether a line that begins a paragraph is underlined, or in capitals.</summary>
    private static bool IsTitle(string line, string next)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 0
            && text.Count(' ') < LongestHeading
            && !Underline().IsMatch(line)
            && (
                (Underline().IsMatch(next) && char.IsLetterOrDigit(text[0]) && next.AsSpan().Trim().Length * 2 >= text.Length)
                || (line.Count(char.IsUpper) >= FewestCapitals && !line.Any(char.IsLower) && text[^1] is not ('.' or '!' or ',' or ';'))
            );
    }

    /// <summary>The heading at the very top is of the first level, and so the title.</summary>
    private static SectionBuilder Sections(IReadOnlyList<(TextBlock Block, bool IsHeading)> paragraphs)
    {
        var sections = new SectionBuilder();
        foreach (var (i, (paragraph, isHeading)) in paragraphs.Index())
        {
            if (isHeading || IsHeading(paragraph))
            {
                sections.Open(i == 0 && !paragraph.Text.EndsWith('?') ? 1 : 2, paragraph.Text);
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
        && paragraph.Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., var last]
        && char.IsLetterOrDigit(last)
        && paragraph.Text.Split(' ').Length <= LongestHeading;

    /// <summary>Matches the start of a list item.</summary>
    [GeneratedRegex(@"^\s{0,8}[-*•–]\s{1,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    /// <summary>A line that underlines the one above it.</summary>
    [GeneratedRegex(@"^\s*(?:={3,}|-{3,}|~{3,}|\*{3,}|\^{3,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    /// <summary>A question of an FAQ.</summary>
    [GeneratedRegex(@"^(?<mark>\s*(?:(?:Q|Question)\s?[0-9]{0,3}\s?[:.)]|[0-9]{1,3}[.)])\s+).{1,300}\?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    /// <summary>Matches the start of an answer.</summary>
    [GeneratedRegex(@"^\s*(?:A|Answer)\s?[0-9]{0,3}\s?[:.)]\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Answer();

    /// <summary>Matches a line of a chat: time, name, message.</summary>
    [GeneratedRegex(
        @"^\[?(?:[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4},?\s+)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[APap][Mm])?\]?\s*[-–]?\s*\p{L}[^:]{0,40}:\s",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex ChatLine();
}
