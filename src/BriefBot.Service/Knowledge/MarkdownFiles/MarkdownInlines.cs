using System.Runtime.CompilerServices;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>The inlines of a block as they read: emphasis and links as their text, images as what is said of them, tags not at all but for line breaks.</summary>
internal static class MarkdownInlines
{
    public static RenderedText Render(ContainerInline inlines, string source) => Render(inlines, source, new RenderedText());

    public static RenderedText Render(ContainerInline inlines, string source, RenderedText text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var inline in inlines)
        {
            Add(inline, source, text);
        }

        return text;
    }

    private static void Add(Inline inline, string source, RenderedText text)
    {
        var line = inline.Line + 1;
        switch (inline)
        {
            case LiteralInline literal:
                text.Add(literal.Content.AsSpan(), line);
                break;
            case CodeInline code:
                AddAcrossLines(code.Content, inline.Span, line, source, text);
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
            case FootnoteLink or HtmlInline:
                break;
            case DelimiterInline delimiter:
                // Nothing closed it, so it is text like any other.
                text.Add(delimiter.ToLiteral(), line);
                Render(delimiter, source, text);
                break;
            case ContainerInline container:
                Render(container, source, text);
                break;
        }
    }

    /// <summary>Code between backticks may run over a line's end: each of its words is looked up where it stands.</summary>
    private static void AddAcrossLines(string content, SourceSpan span, int line, string source, RenderedText text)
    {
        var from = span.Start;
        foreach (var (i, word) in content.Split(' ').Index())
        {
            text.Add(i > 0 ? " " : "", line);
            var at = word.Length == 0 ? -1 : source.IndexOf(word, from, Math.Max(Math.Min(span.End + 1, source.Length) - from, 0), StringComparison.Ordinal);
            if (at >= 0)
            {
                line += source.AsSpan(from, at - from).Count('\n');
                from = at;
            }

            text.Add(word, line);
        }
    }
}
