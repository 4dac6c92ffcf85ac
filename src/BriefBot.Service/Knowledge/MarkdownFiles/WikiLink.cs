using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Parses the links of wikis and Obsidian: <c>[[page|text]]</c> reads as its text, else as the page's name; <c>![[file]]</c> puts a file in
/// and is not read.
/// </summary>
internal sealed partial class WikiLink : InlineParser, IMarkdownExtension
{
    /// <summary>A longer one is none, in characters.</summary>
    private const int Longest = 500;

    public WikiLink() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        rest = rest.Length > Longest ? rest[..Longest] : rest;
        var isEmbedded = rest is ['!', ..];
        if (
            !rest[(isEmbedded ? 1 : 0)..].StartsWith("[[")
            || Link().Match(rest.ToString()) is not { Success: true } link
            || (link.Length < rest.Length && rest[link.Length] == '(')
        )
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline(isEmbedded ? "" : Shown(link))
        {
            Span = new SourceSpan(start, start + link.Length - 1),
            Line = line,
            Column = column,
            IsClosed = true,
        };
        slice.Start += link.Length;
        return true;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>The text, else the name of the page without its folders and with its heading after a sign.</summary>
    private static string Shown(Match link) =>
        link.Groups["text"] is { Success: true } text
            ? text.Value.Trim()
            : string.Join(
                " › ",
                link.Groups["page"]
                    .Value.Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(part => part.TrimStart('^'))
            );

    [GeneratedRegex(@"^!?\[\[(?<page>[^\[\]|\n]+)(?:\\?\|(?<text>[^\[\]\n]+))?\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
