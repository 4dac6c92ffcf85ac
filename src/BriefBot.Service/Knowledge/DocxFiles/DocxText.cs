using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>
/// The text of a DOCX paragraph as it is printed: insertions are in it, deletions, comments, field codes and hidden text are not.
/// </summary>
/// <param name="styles">The styles.</param>
/// <param name="addressOf">Returns where the link with an id leads; null where there is none.</param>
internal sealed class DocxText(DocxStyles styles, Func<string, string?> addressOf)
{
    private readonly List<FootnoteEndnoteReferenceType> _notes = [];
    private readonly List<TextBoxContent> _boxes = [];

    /// <summary>The notes that were referred to since the last call of <see cref="Take"/>.</summary>
    public IReadOnlyList<FootnoteEndnoteReferenceType> Notes => _notes;

    /// <summary>The text boxes anchored in the text read since the last reset.</summary>
    public IReadOnlyList<TextBoxContent> Boxes => _boxes;

    /// <summary>Hidden runs, white ones, and those that are struck out.</summary>
    public UnseenText Unseen { get; } = new();

    public void Take()
    {
        _notes.Clear();
        _boxes.Clear();
    }

    /// <summary>Adds the printed text of an element, at one place.</summary>
    public void Add(OpenXmlElement element, RenderedText text, int place)
    {
        foreach (var child in element.ChildElements)
        {
            AddChild(child, text, place);
        }
    }

    private static string Written(Run run) => string.Concat(run.Elements<Text>().Select(text => text.Text));

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
            case Run { RunProperties: { Color.Val.Value: { } color, Shading: null, Highlight: null } } run
                when color.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase):
                Unseen.AddRead(run.InnerText);
                Add(run, text, place);
                break;
            case Run run when styles.IsStruckOut(run):
                Unseen.AddStruckOut(Written(run));
                break;
            case Run run when styles.Position(run) is { } position && Written(run) is { Length: > 0 } written:
                text.Add(position == VerticalPositionValues.Superscript ? RaisedText.Raise(written) : RaisedText.Lower(written), place);
                break;
            case Hyperlink link:
                var start = text.Length;
                Add(link, text, place);
                text.AddLink(start, link.Id?.Value is { } id ? addressOf(id) : null);
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
