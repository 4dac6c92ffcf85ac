using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>The text of a DOCX paragraph as it is printed: insertions are in it, deletions, comments, field codes and hidden text are not.</summary>
internal sealed class DocxText(DocxStyles styles)
{
    private readonly List<FootnoteEndnoteReferenceType> _notes = [];
    private readonly List<TextBoxContent> _boxes = [];

    /// <summary>The notes that were referred to since the last call of <see cref="Take"/>.</summary>
    public IReadOnlyList<FootnoteEndnoteReferenceType> Notes => _notes;

    /// <summary>The text boxes that are anchored in what was read since then.</summary>
    public IReadOnlyList<TextBoxContent> Boxes => _boxes;

    /// <summary>Hidden runs and white ones.</summary>
    public UnseenText Unseen { get; } = new();

    public void Take()
    {
        _notes.Clear();
        _boxes.Clear();
    }

    /// <summary>Adds what is printed of an element, at one place.</summary>
    public void Add(OpenXmlElement element, RenderedText text, int place)
    {
        foreach (var child in element.ChildElements)
        {
            AddChild(child, text, place);
        }
    }

    private void AddChild(OpenXmlElement element, RenderedText text, int place)
    {
        switch (element)
        {
            case Text or DocumentFormat.OpenXml.Math.Text:
                text.Add(element.InnerText, place);
                break;
            case TabChar or PositionalTab or Break or CarriageReturn:
                text.Add(" ", place);
                break;
            case NoBreakHyphen:
                text.Add("-", place);
                break;
            case FootnoteEndnoteReferenceType note:
                _notes.Add(note);
                break;
            case TextBoxContent box:
                _boxes.Add(box);
                break;
            case Run run when styles.IsHidden(run, run.Ancestors<Paragraph>().FirstOrDefault()):
                Unseen.AddNotRead(run.InnerText);
                break;
            case Run { RunProperties: { Color.Val.Value: { } color, Shading: null, Highlight: null } } run when color.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase):
                Unseen.AddRead(run.InnerText);
                Add(run, text, place);
                break;
            case DeletedRun or MoveFromRun or AlternateContentFallback or RubyContent or ParagraphProperties or RunProperties:
                break;
            case Paragraph paragraph:
                text.Add(" ", place);
                Add(paragraph, text, place);
                text.Add(" ", place);
                break;
            default:
                Add(element, text, place);
                break;
        }
    }
}
