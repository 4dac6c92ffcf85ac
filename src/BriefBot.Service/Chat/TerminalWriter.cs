using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using Spectre.Console;

namespace BriefBot.Service.Chat;

/// <summary>Writes replies in the console's markup: what answers in bold, sources dim beneath.</summary>
internal static class TerminalWriter
{
    private static readonly PlainWriter Whole = new(100_000);

    /// <summary>The lines of a reply, at least one.</summary>
    public static IReadOnlyList<string> Write(Reply reply) => reply switch
    {
        Reply.Answered { Answer: Answer.Grounded grounded } => Write(grounded),
        Reply.Answered { Answer: Answer.NotFound notFound } => Write(notFound),
        Reply.Answered { Answer: Answer.Unavailable unavailable } => [Plain(unavailable.Reason)],
        Reply.SmallTalk talk => [Plain(talk.Said)],
        Reply.Refused refused => [Plain(refused.Said)],
        Reply.Passages => [.. Whole.Write(reply).Select(part => Plain(part.Text))],
        Reply.Sources sources => [.. SourcesList.Of(sources).Select((line, i) => i == 0 ? Plain(line) : Dim($"  {line}"))],
        _ => throw new InvalidOperationException("A reply is one of five, and an answer of three."),
    };

    private static IReadOnlyList<string> Write(Answer.Grounded grounded) =>
    [
        .. grounded.Sentences.Select((sentence, i) => (sentence, doubt: grounded.DoubtBefore(i))).GroupBy(one => one.sentence.Question)
            .SelectMany(answer => answer.Select(one => one.doubt).OfType<string>().Select(Dim).Append(string.Join(' ', answer.Select(one => Marked(one.sentence))))),
        .. grounded.NotFoundNote is { } note ? [Plain(note)] : Array.Empty<string>(),
        .. grounded.Citations.Select(citation => Dim($"  [{citation.Number}] {SourceLine.Of(citation)}")),
    ];

    private static IReadOnlyList<string> Write(Answer.NotFound notFound) =>
    [
        Plain(notFound.Suggestion is { } suggestion ? $"{notFound.Reason} {suggestion}" : notFound.Reason),
        .. notFound.Closest.Take(1).Select(_ => Dim(Words.Closest)),
        .. notFound.Closest.Select(closest => Dim($"  {closest.Title}: {closest.Quote}")),
    ];

    private static string Marked(AnswerSentence sentence) =>
        $"{string.Concat(sentence.Parts().Select(part => part.Answers ? $"[bold]{Plain(part.Text)}[/]" : Plain(part.Text)))} "
            + $"{Dim(string.Concat(sentence.Citations.Select(number => $"[{number}]")))}";

    private static string Dim(string text) => $"[dim]{Plain(text)}[/]";

    /// <summary>Text as data: no markup of the console, no control sequences of the terminal.</summary>
    private static string Plain(string text) => Markup.Escape(string.Concat(text.Select(c => c == '\n' || !MessageText.IsUnseen(c) ? c : ' ')));
}
