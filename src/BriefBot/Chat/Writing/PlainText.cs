using System.Text;
using BriefBot.Answers;

namespace BriefBot.Chat.Writing;

/// <summary>
/// Makes text plain for other programs: it can't control a display, and no chat that it is passed on to acts on it. An invisible character
/// breaks mentions, channel names and hidden links.
/// </summary>
internal static class PlainText
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>An answer whose texts are plain but for the quotes of its citations, which stay verbatim.</summary>
    public static Answer Escape(Answer answer) =>
        answer switch
        {
            Answer.Grounded grounded => grounded with
            {
                Sentences = [.. grounded.Sentences.Select(Escape)],
                Citations = [.. grounded.Citations.Select(Escape)],
                Contradicted = grounded.Contradicted is { } word ? Escape(word) : null,
                Unanswered = [.. grounded.Unanswered.Select(Escape)],
                Older = [.. grounded.Older.Select(Escape)],
                SeeAlso = [.. grounded.SeeAlso.Select(Escape)],
            },
            Answer.NotFound notFound => notFound with
            {
                Reason = Escape(notFound.Reason),
                Suggestion = notFound.Suggestion is { } suggestion ? Escape(suggestion) : null,
                Closest = [.. notFound.Closest.Select(Escape)],
            },
            _ => answer,
        };

    public static string Escape(string text) => Written(text, []);

    private static AnswerSentence Escape(AnswerSentence sentence)
    {
        var places = new int[sentence.Text.Length + 1];
        var text = Written(sentence.Text, places);
        return sentence with
        {
            Text = text,
            Links = [.. sentence.Links.Select(Address).OfType<string>()],
            Highlights =
            [
                .. sentence.Highlights.Select(highlight => new Highlight(
                    places[highlight.Start],
                    places[highlight.Start + highlight.Length] - places[highlight.Start]
                )),
            ],
        };
    }

    private static NearMiss Escape(NearMiss closest) =>
        new(Escape(closest.Path), Escape(closest.Title), Escape(closest.Section), Escape(closest.Quote));

    private static Citation Escape(Citation citation) =>
        citation with
        {
            Path = Escape(citation.Path),
            Title = Escape(citation.Title),
            Section = Escape(citation.Section),
            Author = citation.Author is { } author ? Escape(author) : null,
            Url = citation.Url is { } url ? Address(url) : null,
        };

    /// <param name="text">The text.</param>
    /// <param name="places">Maps the position of each character, and of the end, to the output; empty where not needed.</param>
    private static string Written(string text, int[] places)
    {
        var plain = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (places.Length > 0)
            {
                places[i] = plain.Length;
            }

            var character = text[i];
            plain.Append(character != '\n' && MessageText.IsUnseen(character) ? ' ' : character);
            if (Mentions.AnyNetwork.BeginsAt(text, i) || (character == ']' && text.AsSpan(i + 1).StartsWith("(")))
            {
                plain.Append(ZeroWidthSpace);
            }
        }

        if (places.Length > 0)
        {
            places[^1] = plain.Length;
        }

        return plain.ToString();
    }

    /// <summary>Returns the address in valid characters; empty for anything else.</summary>
    public static string? Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? $"{address.GetLeftPart(UriPartial.Authority)}{address.PathAndQuery.Replace("@", "%40", StringComparison.Ordinal)}"
                + $"{address.Fragment.Replace("@", "%40", StringComparison.Ordinal)}"
            : null;
}
