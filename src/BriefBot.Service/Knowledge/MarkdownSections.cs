using System.Runtime.CompilerServices;
using BriefBot.Knowledge;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace BriefBot.Service.Knowledge;

/// <summary>Walks a Markdown document: headings make sections, everything else their blocks.</summary>
internal sealed class MarkdownSections
{
    private readonly List<(int Level, string Text)> _trail = [];
    private readonly List<(IReadOnlyList<string> Trail, List<TextBlock> Blocks)> _sections = [([], [])];
    private readonly List<int> _htmlLines = [];
    private readonly string _source;

    public MarkdownSections(MarkdownDocument document, string source)
    {
        _source = source;
        Walk(InFileOrder(document), BlockKind.Prose);
    }

    /// <summary>The first heading of the first level, or null.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>The sections; a heading that only repeats the title is no part of a trail.</summary>
    public IEnumerable<Section> Under(string title) => _sections.Select(section => new Section(
        [.. section.Trail.Where((heading, i) => i > 0 || !string.Equals(heading, title, StringComparison.OrdinalIgnoreCase))], section.Blocks));

    /// <summary>What the editor should know: one warning of all HTML, however much there is.</summary>
    public IEnumerable<Problem> Problems(string path) => _htmlLines.Count switch
    {
        0 => [],
        1 => [new Problem(path, _htmlLines[0], "HTML is not read. Write it as Markdown.")],
        var count => [new Problem(path, _htmlLines[0], $"HTML is not read; here is the first of {count} pieces. Write it as Markdown.")],
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
                Open(heading);
                break;
            case Table table:
                AddRows(table);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock { Type: not HtmlBlockType.Comment } html:
                _htmlLines.Add(html.Line + 1);
                break;
            case HtmlBlock:
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case LeafBlock { Inline: { } inline }:
                Add(MarkdownInlines.Render(inline, _source).ToBlock(kind));
                break;
            case ContainerBlock inner:
                Walk(inner, inner is ListItemBlock ? BlockKind.ListItem : inner is Footnote ? BlockKind.Prose : kind);
                break;
        }
    }

    private void Open(HeadingBlock heading)
    {
        var text = heading.Inline is null ? null : MarkdownInlines.Render(heading.Inline, _source).ToBlock(BlockKind.Prose)?.Text;
        if (text is null)
        {
            return;
        }

        FirstHeading ??= heading.Level == 1 ? text : null;
        _trail.RemoveAll(above => above.Level >= heading.Level);
        _trail.Add((heading.Level, text));
        _sections.Add(([.. _trail.Select(above => above.Text)], []));
    }

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

            Add(text.ToBlock(BlockKind.TableRow));
        }
    }

    /// <summary>Code keeps its line breaks; lines of nothing but white space at either end are left out.</summary>
    private void AddCode(CodeBlock code)
    {
        var text = new System.Text.StringBuilder();
        var starts = new List<LineStart>();
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var content = line.Slice.ToString().TrimEnd();
            if (content.Length > 0 || text.Length > 0)
            {
                starts.Add(new LineStart(text.Length, line.Line + 1));
                text.Append(content).Append('\n');
            }
        }

        var kept = text.ToString().TrimEnd();
        Add(kept.Length == 0 ? null : new TextBlock { Text = kept, Kind = BlockKind.Code, Lines = [.. starts.Where(start => start.Offset < kept.Length)] });
    }

    private void Add(TextBlock? block)
    {
        if (block is not null)
        {
            _sections[^1].Blocks.Add(block);
        }
    }
}
