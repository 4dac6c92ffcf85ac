using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Renders inlines as text: emphasis and links as their text, superscript and subscript digits as such, of tags only line breaks.
/// </summary>
/// <remarks>Leaves struck-out text out, and renders an image as its description where it stands alone.</remarks>
/// <param name="source">The Markdown.</param>
/// <param name="unseen">Receives struck-out text.</param>
internal sealed partial class MarkdownInlines(string source, UnseenText unseen)
{
    /// <summary>Maximum length of subscript text between single tildes, as in H~2~O; longer text is struck out, as on GitHub.</summary>
    private const int LongestLowered = 4;

    /// <summary>Minimum number of words of an image's description.</summary>
    private const int FewestWords = 3;

    private string? _raised;

    /// <summary>The 0-based line of the block, for parts whose line the parser does not know.</summary>
    private int _first;

    public RenderedText Render(ContainerInline inlines) => Render(inlines, new RenderedText());

    public RenderedText Render(ContainerInline inlines, RenderedText text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _first = inlines.ParentBlock?.Line ?? _first;
        Inline? until = null;
        foreach (var inline in inlines)
        {
            if (until is not null)
            {
                until = inline == until ? null : until;
            }
            else if (
                inline is HtmlInline tag
                && NotShown().Match(tag.Tag) is { Success: true } opening
                && End(tag, opening.Groups["name"].Value) is { } end
            )
            {
                unseen.AddStruckOut(
                    opening.Groups["struck"].Success ? source[(tag.Span.End + 1)..Math.Min(end.Span.Start, source.Length)] : "",
                    tag.Line + 1
                );
                until = end;
            }
            else
            {
                Add(inline, text);
            }
        }

        return text;
    }

    private void Add(Inline inline, RenderedText text)
    {
        var line = Math.Max(inline.Line, _first) + 1;
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal.Content.AsSpan(), line, text);
                break;
            case CodeInline code:
                AddAcrossLines(code.Content, inline.Span, line, text);
                break;
            case AutolinkInline link:
                text.Add(link.Url, line);
                break;
            case HtmlEntityInline entity:
                text.Add(entity.Transcoded.AsSpan(), line);
                break;
            case LineBreakInline:
            case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                text.Add(" ", line);
                break;
            case HtmlInline raises when Raises().Match(raises.Tag) is { Success: true } tag:
                // One that nothing ends raises nothing.
                _raised =
                    !tag.Groups["end"].Success && End(raises, tag.Groups["name"].Value) is not null
                        ? tag.Groups["name"].Value.ToLowerInvariant()
                        : null;
                break;
            case FootnoteLink or HtmlInline:
                break;
            case DelimiterInline delimiter:
                // Nothing closed it, so it is text like any other.
                text.Add(delimiter.ToLiteral(), line);
                Render(delimiter, text);
                break;
            case LinkInline { IsImage: true } image:
                AddImage(image, text);
                break;
            case LinkInline link:
                var start = text.Length;
                Render(link, text);
                text.AddLink(start, link.Url);
                break;
            case EmphasisInline { DelimiterChar: '~' } struck
                when struck.DelimiterCount == 2 || Written(struck).Length > LongestLowered || Written(struck).Contains(' '):
                unseen.AddStruckOut(Read(struck), line);
                break;
            case EmphasisInline { DelimiterChar: '~' or '^', DelimiterCount: 1 } raised when Written(raised).IndexOfAny(' ', '\n') < 0:
                text.Add(raised.DelimiterChar == '^' ? RaisedText.Raise(Read(raised)) : RaisedText.Lower(Read(raised)), line);
                break;
            case EmphasisInline { DelimiterChar: '^', DelimiterCount: 1 } marked:
                text.Add("^", line);
                Render(marked, text);
                text.Add("^", line);
                break;
            case ContainerInline container:
                Render(container, text);
                break;
        }
    }

    private void AddText(ReadOnlySpan<char> content, int line, RenderedText text) =>
        text.Add(
            _raised switch
            {
                null => content,
                "sup" => RaisedText.Raise(content.ToString()),
                _ => RaisedText.Lower(content.ToString()),
            },
            line
        );

    /// <summary>Adds an image's description as text where it stands alone and is more than a name.</summary>
    private void AddImage(LinkInline image, RenderedText text)
    {
        Inline whole = image.Parent is LinkInline { FirstChild: var first, LastChild: var last } link && first == last ? link : image;
        if (
            whole is { Parent: { Parent: null } parent }
            && parent.All(other => other == whole || other is LineBreakInline || other is LiteralInline { Content.IsEmpty: true })
            && Read(image).Split(' ').Length >= FewestWords
        )
        {
            Render(image, text);
        }
    }

    /// <summary>Returns the source between the marks of an emphasis. Rendering it twice would double the work at each depth.</summary>
    private ReadOnlySpan<char> Written(EmphasisInline emphasis)
    {
        var (start, end) = (emphasis.Span.Start + emphasis.DelimiterCount, emphasis.Span.End + 1 - emphasis.DelimiterCount);
        return start >= 0 && end <= source.Length && start < end ? source.AsSpan(start, end - start) : [];
    }

    private string Read(ContainerInline inlines) => Render(inlines).ToBlock(BriefBot.Knowledge.Articles.BlockKind.Prose)?.Text ?? "";

    /// <summary>The tag beside this one that ends it, or null.</summary>
    private static HtmlInline? End(HtmlInline opening, string name)
    {
        for (var next = opening.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is HtmlInline tag && tag.Tag.StartsWith($"</{name}", StringComparison.OrdinalIgnoreCase))
            {
                return tag;
            }
        }

        return null;
    }

    /// <summary>Adds code between backticks that runs over several lines, finding each word's line.</summary>
    private void AddAcrossLines(string content, SourceSpan span, int line, RenderedText text)
    {
        var from = span.Start;
        foreach (var (i, word) in content.Split(' ').Index())
        {
            text.Add(i > 0 ? " " : "", line);
            var at =
                word.Length == 0
                    ? -1
                    : source.IndexOf(word, from, Math.Max(Math.Min(span.End + 1, source.Length) - from, 0), StringComparison.Ordinal);
            if (at >= 0)
            {
                line += source.AsSpan(from, at - from).Count('\n');
                from = at;
            }

            text.Add(word, line);
        }
    }

    [GeneratedRegex(
        @"^<(?<name>(?<struck>s|del|strike)|script|style)(?:\s[^>]*)?>$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NotShown();

    [GeneratedRegex(@"^<(?<end>/)?(?<name>sup|sub)\b[^>]*>$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Raises();
}
