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
    /// <param name="markup">The network's.</param>
    /// <param name="isLinked">Whether the title links to the article.</param>
    public static string Write(IReadOnlyList<Citation> citations, ChatMarkup markup, bool isLinked)
    {
        var first = citations[0];
        var url = isLinked ? first.Url : null;
        if (citations.Count == 1)
        {
            return $"[{first.Number}] {markup.Link(Titled(first), url)} {markup.Text($"({About(first, Place(first))})")}";
        }

        var told = citations
            .Take(MaxTold)
            .Select((citation, i) => $"[{citation.Number}] {markup.Text(Place(citation, i > 0 ? citations[i - 1].Section : ""))}");
        var rest = string.Concat(citations.Skip(MaxTold).Select(citation => $"[{citation.Number}]"));
        return $"{markup.Link(ShortText.Shorten(first.Title, MaxShown), url)} {markup.Text($"({About(first)})")}: {string.Join("; ", told)}{(rest.Length > 0 ? "; " + rest : "")}";
    }

    /// <summary>Returns the quotes that prove a model's sentences, one a line; none for a copied answer, which contains them.</summary>
    public static IEnumerable<string> Proofs(Answer.Grounded answer, ChatMarkup markup) =>
        answer.Composer != AnswerSource.Model
            ? []
            : answer.Citations.Select(citation =>
                $"[{citation.Number}] {markup.Text($"“{ShortText.Shorten(OnOneLine(citation.Quote), MaxShown)}”")}"
            );

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
