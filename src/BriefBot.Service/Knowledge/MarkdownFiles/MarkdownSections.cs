using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.HtmlFiles;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Walks a Markdown document: headings make sections, boxes with a title sections within them, everything else their blocks.
/// </summary>
internal sealed partial class MarkdownSections
{
    /// <summary>The level of content below any heading.</summary>
    private const int BelowHeadings = 7;

    private readonly SectionBuilder _sections = new();
    private readonly MarkdownDocument _document;
    private readonly string _source;
    private readonly MarkdownInlines _inlines;
    private readonly HtmlFragments _html;

    public MarkdownSections(MarkdownDocument document, string source)
    {
        (_document, _source) = (document, source);
        _inlines = new MarkdownInlines(source, Unseen);
        _html = new HtmlFragments(_sections, Unseen);
        Walk(InFileOrder(document), BlockKind.Prose);
        foreach (var comment in document.Descendants<HtmlInline>())
        {
            Unseen.AddNotRead(comment.Tag, comment.Line + 1);
        }
    }

    public SectionBuilder Sections => _sections;

    /// <summary>Comments and struck-out text.</summary>
    public UnseenText Unseen { get; } = new();

    /// <summary>The first row of a table with more or fewer cells than its header row, or null.</summary>
    public (int Line, int Cells, int Columns)? Ragged { get; private set; }

    public IEnumerable<ArticleLink> Links =>
        _document.Descendants<LinkInline>().Select(link => new ArticleLink(link.Url ?? "", link.Line + 1)).Concat(_html.Links);

    /// <summary>Returns the blocks in file order: the parser moves footnotes to the end, but they belong to their heading.</summary>
    private static IEnumerable<Block> InFileOrder(MarkdownDocument document) =>
        document.SelectMany(block => block is FootnoteGroup notes ? notes : Enumerable.Repeat(block, 1)).OrderBy(block => block.Line);

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
                Open(heading.Inline, heading.Level, heading.Line + 1);
                break;
            case Table table:
                AddRows(table);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                Unseen.AddNotRead(comment.Lines.ToString(), comment.Line + 1);
                break;
            case HtmlBlock html:
                _html.Add(html.Lines.ToString(), html.Line + 1, kind);
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case ParagraphBlock { Parent: MarkdownDocument, Inline: { } question } when IsBoldQuestion(question):
                Open(question, BelowHeadings, block.Line + 1);
                break;
            case LeafBlock { Inline: { } inline }:
                _sections.Add(_inlines.Render(inline).ToBlock(kind));
                break;
            case ListBlock list:
                foreach (var (i, item) in list.Index())
                {
                    // Counts as browsers do: from the first number on, whatever the others are.
                    AddItem((ContainerBlock)item, list.IsOrdered && list[0] is ListItemBlock first ? first.Order + i : 0);
                }

                break;
            case DefinitionItem term:
                AddItem(term, number: 0);
                break;
            case QuoteBlock and [HeadingBlock title, ..] quote:
                AddBox(quote.Skip(1), title.Inline is { } said ? _inlines.Render(said).ToBlock(kind) : null, isSection: false, kind);
                break;
            case Admonition box:
                AddBox(box, TitleOf(box.Title, box, kind), box.IsSection, kind);
                break;
            case CustomContainer box:
                AddBox(box, TitleOf(TitleOf(box), box, kind), box.Info is "box" or "details" or "question" or "faq", kind);
                break;
            case ContainerBlock inner:
                Walk(inner, inner is Footnote ? BlockKind.Prose : kind);
                break;
        }
    }

    private void AddItem(ContainerBlock item, int number)
    {
        _sections.BeginItem(number);
        Walk(item, BlockKind.ListItem);
        _sections.EndItem();
    }

    /// <summary>
    /// Adds a box. The title of a tab, a collapsible box or a question is a heading; that of a note is only searched like one.
    /// </summary>
    private void AddBox(IEnumerable<Block> box, TextBlock? title, bool isSection, BlockKind kind)
    {
        if (isSection)
        {
            _sections.OpenInner(title);
        }
        else
        {
            _sections.OpenBox(title);
        }

        Walk(box, kind);
        _sections.Close();
    }

    private static TextBlock? TitleOf(string title, Block box, BlockKind kind)
    {
        var text = new RenderedText();
        text.Add(title, box.Line + 1);
        return text.ToBlock(kind);
    }

    /// <summary>The title of a box of colons: <c>:::note[Title]</c>, <c>::: note Title</c>, <c>::: {.note title="Title"}</c>.</summary>
    private static string TitleOf(CustomContainer box)
    {
        var written = $"{box.Info} {box.Arguments}".Trim();
        return BoxTitle().Match(written) is { Success: true } title ? title.Groups["title"].Value.Trim()
            : written.Contains('{') && !written.StartsWith('{') ? TitleOf(written[..written.IndexOf('{')])
            : TitleOf(written);
    }

    private static string TitleOf(string written) =>
        written.IndexOf(' ') is > 0 and var end && !written.StartsWith('{') ? written[end..].Trim() : "";

    private void Open(ContainerInline? inline, int level, int line)
    {
        if (inline is not null && _inlines.Render(inline).ToBlock(BlockKind.Prose) is { } title)
        {
            _sections.Open(level, title.Text, line);
        }
    }

    [GeneratedRegex(@"^[\w-]*\[(?<title>[^\[\]]+)\]|\b(?:title|caption)=""(?<title>[^""]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex BoxTitle();

    /// <summary>
    /// Returns whether a paragraph is one bold question, as some write those of an FAQ: it is a heading for the answer below it.
    /// </summary>
    private bool IsBoldQuestion(ContainerInline inline) =>
        inline is { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: null } }
        && _inlines.Render(inline).ToBlock(BlockKind.Prose)?.Text is [.., '?'];

    private void AddRows(Table table)
    {
        var columns = table is [TableRow { IsHeader: true } header, ..] ? Cells(header) : 0;
        foreach (var row in table.OfType<TableRow>())
        {
            if (columns > 0 && Cells(row) != columns)
            {
                Ragged ??= (row.Line + 1, Cells(row), columns);
            }

            var text = new RenderedText();
            foreach (var (cell, i) in row.OfType<TableCell>().Select((cell, i) => (cell, i)))
            {
                text.AddCell(i, row.Line + 1);
                foreach (var leaf in cell.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null))
                {
                    _inlines.Render(leaf.Inline!, text);
                }
            }

            // A row without text says nothing.
            _sections.Add(
                text.ToBlock(row.IsHeader ? BlockKind.TableHeader : BlockKind.TableRow) is { } block
                && block.Text.AsSpan().ContainsAnyExcept('|', ' ')
                    ? block
                    : null
            );
        }
    }

    /// <summary>Returns the number of cells as written: the parser gives each row as many as the longest has.</summary>
    private int Cells(TableRow row)
    {
        // An empty cell at the beginning is no part of the row's span.
        var line = _source.AsSpan(_source.LastIndexOf('\n', Math.Max(row.Span.Start - 1, 0)) + 1);
        line = line[..(line.IndexOf('\n') is >= 0 and var end ? end : line.Length)].TrimStart(" \t>").TrimEnd();
        line = line.EndsWith('|') && !line.EndsWith(@"\|") ? line[..^1] : line;
        var (cells, isCode) = (1, false);
        for (var i = line.StartsWith('|') ? 1 : 0; i < line.Length; i++)
        {
            isCode ^= line[i] == '`';
            cells += line[i] == '|' && !isCode && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
        }

        return cells;
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
        _sections.Add(
            kept.Length == 0
                ? null
                : new TextBlock
                {
                    Text = kept,
                    Kind = BlockKind.Code,
                    Places = [.. starts.Where(start => start.Offset < kept.Length)],
                }
        );
    }
}
