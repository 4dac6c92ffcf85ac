using BriefBot.Answers;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat.Writing;

/// <summary>Formats the location of quotes in one line.</summary>
internal static class SourceLine
{
    /// <summary>Returns a path with its section, if there is one.</summary>
    public static string Join(string path, string section) => section.Length > 0 ? $"{path} › {section}" : path;

    /// <summary>Maximum number of characters shown of a title with its section, and of a path.</summary>
    private const int MaxShown = 300;

    /// <summary>Maximum number of quotes of an article that are listed; more are counted.</summary>
    private const int MaxTold = 10;

    /// <summary>A citation with title and section, then file, place and date.</summary>
    public static string Write(Citation citation) => $"{Titled(citation)} ({About(citation, Place(citation))})";

    /// <summary>The citations of one article: its title and file once, each number with its section and place.</summary>
    /// <param name="citations">At least one, all of the same article.</param>
    public static IReadOnlyList<MessageSpan> Write(IReadOnlyList<Citation> citations)
    {
        var first = citations[0];
        if (citations.Count == 1)
        {
            return
            [
                new MessageSpan.Citations([first.Number]),
                new MessageSpan.Mark(" "),
                Linked(Titled(first), first.Url),
                new MessageSpan.Mark(" "),
                new MessageSpan.Plain($"({About(first, Place(first))})"),
            ];
        }

        var told = citations
            .Take(MaxTold)
            .Index()
            .SelectMany(citation =>
                (MessageSpan[])
                    [
                        new MessageSpan.Mark(citation.Index > 0 ? "; " : ": "),
                        new MessageSpan.Citations([citation.Item.Number]),
                        new MessageSpan.Mark(" "),
                        new MessageSpan.Plain(Place(citation.Item, citation.Index > 0 ? citations[citation.Index - 1].Section : "")),
                    ]
            );
        return
        [
            Linked(ShortText.Shorten(first.Title, MaxShown), first.Url),
            new MessageSpan.Mark(" "),
            new MessageSpan.Plain($"({About(first)})"),
            .. told,
            .. citations.Count > MaxTold
                ? [new MessageSpan.Mark("; "), new MessageSpan.Citations([.. citations.Skip(MaxTold).Select(citation => citation.Number)])]
                : Array.Empty<MessageSpan>(),
        ];
    }

    /// <summary>Returns the quotes that prove a model's sentences, one a line; none for a copied answer, which contains them.</summary>
    public static IEnumerable<IReadOnlyList<MessageSpan>> Proofs(Answer.Grounded answer) =>
        answer.Composer != AnswerSource.Model
            ? []
            : answer.Citations.Select(citation =>
                (IReadOnlyList<MessageSpan>)
                    [
                        new MessageSpan.Citations([citation.Number]),
                        new MessageSpan.Mark(" "),
                        new MessageSpan.Plain($"“{ShortText.Shorten(OnOneLine(citation.Quote), MaxShown)}”"),
                    ]
            );

    private static MessageSpan Linked(string text, string? url) =>
        url is null ? new MessageSpan.Plain(text) : new MessageSpan.Link(text, url);

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A title with the headings below it.</summary>
    public static string Titled(string title, string section) =>
        ShortText.Shorten(section.Length > 0 ? $"{title} › {section}" : title, MaxShown);

    private static string Titled(Citation citation) => Titled(citation.Title, citation.Section);

    private static string About(Citation citation, params string[] place) =>
        string.Join(
            ", ",
            [
                ShortText.Shorten(citation.Path, MaxShown),
                .. place,
                .. citation.Date is { } date ? [$"{date:yyyy-MM-dd}"] : Array.Empty<string>(),
            ]
        );

    /// <summary>With its section, where that is another than the one told before.</summary>
    private static string Place(Citation citation, string told) =>
        citation.Section.Length == 0 || citation.Section == told
            ? Place(citation)
            : $"{ShortText.Shorten(citation.Section, MaxShown)}, {Place(citation)}";

    private static string Place(Citation citation) => Written(citation.Place);

    /// <summary>A place in words: "lines 3–4".</summary>
    public static string Written(Place place) =>
        place switch
        {
            (PlaceUnit.Line, var first, var last) => first == last ? BotTexts.Line(first) : BotTexts.Lines(first, last),
            (PlaceUnit.Page, var first, var last) => first == last ? BotTexts.Page(first) : BotTexts.Pages(first, last),
            (PlaceUnit.Paragraph, var first, _) => BotTexts.Paragraph(first),
            _ => throw new InvalidOperationException("A place is one of three."),
        };
}
