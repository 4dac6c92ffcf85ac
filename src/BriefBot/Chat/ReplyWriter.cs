using System.Text;
using BriefBot.Answers;
using BriefBot.Knowledge;

namespace BriefBot.Chat;

/// <summary>Writes an answer as a message in the Markdown of a chat, sources beneath in small print.</summary>
internal static class ReplyWriter
{
    private const string SmallPrint = "-# ";

    /// <summary>A reply has at the most so many characters.</summary>
    private const int MaxLength = 4_000;

    /// <summary>Of a title with its section, and of a path, so many are shown.</summary>
    private const int MaxShown = 300;

    public static string Write(Answer answer) => answer switch
    {
        Answer.Grounded grounded => Write(grounded),
        Answer.NotFound notFound => Write(notFound),
        Answer.Unavailable unavailable => ChatMarkdown.Escape(unavailable.Reason),
        _ => throw new InvalidOperationException("An answer is one of three."),
    };

    /// <summary>A citation in one line: title and section, then file, place and date.</summary>
    public static string Source(Citation citation)
    {
        var title = citation.Section.Length > 0 ? $"{citation.Title} › {citation.Section}" : citation.Title;
        return $"{ShortText.Of(title, MaxShown)} ({Place(citation)})";
    }

    private static string Place(Citation citation)
    {
        var (unit, first, last) = citation.Place;
        var place = unit switch
        {
            PlaceUnit.Line => first == last ? Words.Line(first) : Words.Lines(first, last),
            PlaceUnit.Page => first == last ? Words.Page(first) : Words.Pages(first, last),
            PlaceUnit.Paragraph => Words.Paragraph(first),
            _ => throw new InvalidOperationException("A place is one of three."),
        };
        return citation.Date is { } date ? $"{ShortText.Of(citation.Path, MaxShown)}, {place}, {date:yyyy-MM-dd}" : $"{ShortText.Of(citation.Path, MaxShown)}, {place}";
    }

    private static string Write(Answer.Grounded grounded)
    {
        var written = WriteAll(grounded);
        return written.Length > MaxLength && grounded.Sentences.Count > 1 ? Write(grounded.First(grounded.Sentences.Count - 1)) : written;
    }

    private static string WriteAll(Answer.Grounded grounded)
    {
        var sources = grounded.Citations.Select(citation => $"{SmallPrint}[{citation.Number}] {ChatMarkdown.Escape(Source(citation))}");
        var note = grounded.NotFoundNote is { } words ? [ChatMarkdown.Escape(words)] : Array.Empty<string>();
        return string.Join('\n', [string.Join(' ', grounded.Sentences.Select(Write)), .. note, .. sources]);
    }

    private static string Write(AnswerSentence sentence)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var highlight in sentence.Highlights)
        {
            text.Append(ChatMarkdown.Escape(sentence.Text.AsSpan(from, highlight.Start - from)));
            text.Append("**").Append(ChatMarkdown.Escape(sentence.Text.AsSpan(highlight.Start, highlight.Length))).Append("**");
            from = highlight.Start + highlight.Length;
        }

        text.Append(ChatMarkdown.Escape(sentence.Text.AsSpan(from)));
        return text.Append(' ').AppendJoin("", sentence.Citations.Select(number => $"[{number}]")).ToString();
    }

    private static string Write(Answer.NotFound notFound)
    {
        var reason = ChatMarkdown.Escape(notFound.Suggestion is null ? notFound.Reason : $"{notFound.Reason} {notFound.Suggestion}");
        var length = reason.Length + SmallPrint.Length + Words.Closest.Length + 1;
        var closest = notFound.Closest
            .Select(passage => $"{SmallPrint}{ChatMarkdown.Escape(passage.Title)}: {ChatMarkdown.Escape(passage.Quote)}")
            .TakeWhile(line => (length += line.Length + 1) <= MaxLength)
            .ToArray();
        return closest.Length == 0 ? reason : string.Join('\n', [reason, SmallPrint + Words.Closest, .. closest]);
    }
}
