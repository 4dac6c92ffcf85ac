using System.Runtime.CompilerServices;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>Walks a Markdown document: headings make sections, everything else their blocks.</summary>
internal sealed class MarkdownSections
{
    /// <summary>The level of what stands under any heading.</summary>
    private const int BelowHeadings = 7;

    private readonly SectionBuilder _sections = new();
    private readonly List<int> _htmlLines = [];
    private readonly MarkdownDocument _document;
    private readonly string _source;

    public MarkdownSections(MarkdownDocument document, string source)
    {
        (_document, _source) = (document, source);
        Walk(InFileOrder(document), BlockKind.Prose);
        foreach (var comment in document.Descendants<HtmlInline>())
        {
            Unseen.AddNotRead(comment.Tag, comment.Line + 1);
        }
    }

    public SectionBuilder Sections => _sections;

    /// <summary>The comments that are blocks of their own.</summary>
    public UnseenText Unseen { get; } = new();

    public IEnumerable<ArticleLink> Links => _document.Descendants<LinkInline>().Select(link => new ArticleLink(link.Url ?? "", link.Line + 1));

    /// <summary>What the editor should know: one warning of all HTML, however much there is.</summary>
    public IEnumerable<Problem> Problems(string path) => _htmlLines.Count switch
    {
        0 => [],
        1 => [new Problem(path, _htmlLines[0], "HTML is not read. Write it as Markdown.") { Severity = Severity.Warning }],
        var count => [new Problem(path, _htmlLines[0], $"HTML is not read; here is the first of {count} pieces. Write it as Markdown.") { Severity = Severity.Warning }],
    };

    /// <summary>The parser puts footnotes at the end; they are read under the heading they stand under.</summary>
    private static IEnumerable<Block> InFileOrder(MarkdownDocument document) => document
        .SelectMany(block => block is FootnoteGroup notes ? notes : Enumerable.Repeat(block, 1))
        .OrderBy(block => block.Line);

    private void Walk(IEnumerable<Block> blocks, BlockKind kind)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var block in blocks)
        {
            Add(block, kind);
        }
    }

    private void Add(Block block, BlockKind kind)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Open(heading.Inline, heading.Level);
                break;
            case Table table:
                AddRows(table);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock { Type: not HtmlBlockType.Comment } html:
                _htmlLines.Add(html.Line + 1);
                break;
            case HtmlBlock comment:
                Unseen.AddNotRead(comment.Lines.ToString(), comment.Line + 1);
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case ParagraphBlock { Parent: MarkdownDocument, Inline: { } question } when IsBoldQuestion(question):
                Open(question, BelowHeadings);
                break;
            case LeafBlock { Inline: { } inline }:
                _sections.Add(MarkdownInlines.Render(inline, _source).ToBlock(kind));
                break;
            case ListItemBlock item:
                _sections.BeginItem(item.Parent is ListBlock { IsOrdered: true } ? item.Order : 0);
                Walk(item, BlockKind.ListItem);
                _sections.EndItem();
                break;
            case ContainerBlock inner:
                Walk(inner, inner is Footnote ? BlockKind.Prose : kind);
                break;
        }
    }

    private void Open(ContainerInline? inline, int level)
    {
        if (inline is not null && MarkdownInlines.Render(inline, _source).ToBlock(BlockKind.Prose) is { } title)
        {
            _sections.Open(level, title.Text);
        }
    }

    /// <summary>Whether a paragraph is one bold question, as some write those of an FAQ: it is a heading for the answer below it.</summary>
    private bool IsBoldQuestion(ContainerInline inline) => inline is { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: null } }
        && MarkdownInlines.Render(inline, _source).ToBlock(BlockKind.Prose)?.Text is [.., '?'];

    private void AddRows(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var text = new RenderedText();
            foreach (var (cell, i) in row.OfType<TableCell>().Select((cell, i) => (cell, i)))
            {
                text.Add(i > 0 ? " | " : "", row.Line + 1);
                foreach (var leaf in cell.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null))
                {
                    MarkdownInlines.Render(leaf.Inline!, _source, text);
                }
            }

            _sections.Add(text.ToBlock(row.IsHeader ? BlockKind.TableHeader : BlockKind.TableRow));
        }
    }

    /// <summary>Code keeps its line breaks; lines of nothing but white space at either end are left out.</summary>
    private void AddCode(CodeBlock code)
    {
        var text = new System.Text.StringBuilder();
        var starts = new List<PlaceStart>();
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var content = line.Slice.ToString().TrimEnd();
            if (content.Length > 0 || text.Length > 0)
            {
                starts.Add(new PlaceStart(text.Length, line.Line + 1));
                text.Append(content).Append('\n');
            }
        }

        var kept = text.ToString().TrimEnd();
        _sections.Add(kept.Length == 0 ? null : new TextBlock { Text = kept, Kind = BlockKind.Code, Places = [.. starts.Where(start => start.Offset < kept.Length)] });
    }
}
