using BriefBot.Knowledge.Articles;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>Walks a DOCX document: paragraphs with heading styles make sections, the others their blocks.</summary>
internal sealed class DocxSections
{
    private readonly DocxStyles _styles;
    private readonly DocxText _text;
    private readonly DocxNumbering _numbering;
    private readonly Lazy<ILookup<(bool IsFootnote, long Id), FootnoteEndnoteType>> _notes;
    private readonly List<string> _highest = [];

    public DocxSections(MainDocumentPart main)
    {
        _notes = new(() =>
            (main.FootnotesPart?.Footnotes?.Elements<FootnoteEndnoteType>() ?? [])
                .Concat(main.EndnotesPart?.Endnotes?.Elements<FootnoteEndnoteType>() ?? [])
                .ToLookup(note => (note is Footnote, note.Id?.Value ?? 0))
        );
        _styles = new DocxStyles(main.StyleDefinitionsPart);
        _numbering = new DocxNumbering(main.NumberingDefinitionsPart);
        var links = main
            .HyperlinkRelationships.DistinctBy(link => link.Id)
            .ToDictionary(link => link.Id, link => link.Uri.OriginalString, StringComparer.Ordinal);
        _text = new DocxText(_styles, id => links.GetValueOrDefault(id));
        foreach (var element in Body(main))
        {
            Walk(element);
        }
    }

    /// <summary>The sections. A paragraph in the title style is the heading of the first level; other headings come below it.</summary>
    public SectionBuilder Sections { get; } = new();

    /// <summary>Text that is not printed, or printed in white.</summary>
    public UnseenText Unseen => _text.Unseen;

    /// <summary>The heading of the highest level where there is but one: it is a title then.</summary>
    public string? OnlyHeading => _highest is [var heading] ? heading : null;

    /// <summary>The paragraphs and tables one by one, so that no more than one is held in memory.</summary>
    private static IEnumerable<OpenXmlElement> Body(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read() && reader.ElementType != typeof(Body)) { }

        for (var more = reader.ReadFirstChild(); more; more = reader.ReadNextSibling())
        {
            if (reader.LoadCurrentElement() is { } element)
            {
                yield return element;
            }
        }
    }

    private void Walk(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                Add(paragraph);
                break;
            case Table table when !IsLayout(table):
                AddRows(table);
                break;
            case DeletedRun or MoveFromRun or AlternateContentFallback:
                break;
            default:
                WalkChildren(element);
                break;
        }
    }

    private void WalkChildren(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            Walk(child);
        }
    }

    private void Add(Paragraph paragraph)
    {
        if (_styles.IsContents(paragraph))
        {
            return;
        }

        var place = Sections.NextParagraph;
        var text = new RenderedText();
        var item = _styles.NumberingOf(paragraph);
        var level = _styles.IsTitle(paragraph) ? 0 : _styles.HeadingLevel(paragraph);
        var (label, number) = item is var (list, depth) && paragraph.InnerText.Length > 0 ? _numbering.Next(list, depth) : ("", 0);
        text.Add(level is null && number > 0 ? "" : label, place);
        text.Add(" ", place);
        _text.Add(paragraph, text, place);
        if (level is null)
        {
            var block = text.ToBlock(item is null ? BlockKind.Prose : BlockKind.ListItem);
            Sections.Add(
                item is null || block is null ? block : block with { Depth = item.Value.Level + 1, BeginsItem = true, Number = number }
            );
        }
        else if (text.ToBlock(BlockKind.Prose) is { } heading)
        {
            Open(level.Value, heading.Text);
        }

        AddAnchored(level is null ? place : Sections.NextParagraph);
    }

    private void Open(int level, string heading)
    {
        Sections.Open(level + 1, heading);
        if (level == 1)
        {
            _highest.Add(heading);
        }
    }

    /// <summary>Adds notes at the place of the paragraph that refers to them; the text in boxes follows.</summary>
    private void AddAnchored(int place)
    {
        FootnoteEndnoteReferenceType[] notes = [.. _text.Notes];
        TextBoxContent[] boxes = [.. _text.Boxes];
        _text.Take();
        foreach (var note in notes.SelectMany(note => _notes.Value[(note is FootnoteReference, note.Id?.Value ?? 0)]))
        {
            var text = new RenderedText();
            _text.Add(note, text, place);
            Sections.Add(text.ToBlock(BlockKind.Prose));
        }

        _text.Take();
        foreach (var box in boxes)
        {
            WalkChildren(box);
        }
    }

    /// <summary>A table of one column, or one that holds another or headings, only puts things beside or around each other.</summary>
    private bool IsLayout(Table table) =>
        table.Elements<TableRow>().All(row => row.Elements<TableCell>().Count() < 2)
        || table.Descendants<Table>().Any()
        || table.Descendants<Paragraph>().Any(paragraph => _styles.HeadingLevel(paragraph) is not null);

    private void AddRows(Table table)
    {
        TableRow[] rows = [.. table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null)];
        var hasHeader =
            rows.Length > 0
            && (
                rows[0].TableRowProperties?.GetFirstChild<TableHeader>() is not null
                || HeaderRow.IsFirstOf([.. rows.Select(row => row.InnerText)])
            );
        foreach (var (number, row) in rows.Index())
        {
            var place = Sections.NextParagraph;
            var text = new RenderedText();
            foreach (var (i, cell) in row.Elements<TableCell>().Index())
            {
                text.AddCell(i, place);
                _text.Add(cell, text, place);
            }

            Sections.Add(text.ToBlock(number == 0 && hasHeader ? BlockKind.TableHeader : BlockKind.TableRow));
            AddAnchored(place);
        }
    }
}
