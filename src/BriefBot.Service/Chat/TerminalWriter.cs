using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using BriefBot.Knowledge.Articles;
using Spectre.Console;

namespace BriefBot.Service.Chat;

/// <summary>Writes replies in the console's markup: highlights in bold, sources dimmed below.</summary>
internal static class TerminalWriter
{
    /// <summary>A wider table, in characters, has its cells in a row: a terminal would break its lines.</summary>
    private const int WidestTable = 100;

    /// <summary>The beginning of a line that is indented.</summary>
    public const string Indented = "[dim]  ";

    private static readonly MessageFormat Whole = MessageFormat.Plain(100_000);

    /// <summary>The lines of a reply, at least one.</summary>
    public static IReadOnlyList<string> Write(Reply reply) =>
        reply switch
        {
            Reply.Answered { Answer: Answer.Grounded grounded } => Write(grounded),
            Reply.Answered { Answer: Answer.NotFound notFound } => Write(notFound),
            Reply.Answered { Answer: Answer.Unavailable unavailable } => [Plain(unavailable.Reason)],
            Reply.SmallTalk talk => [Plain(talk.Said)],
            Reply.Refused refused => [Plain(refused.Said)],
            Reply.Passages => [.. ReplyWriter.Write(reply, Whole).Select(message => Plain(Whole.Markup.Write(message)))],
            Reply.Sources sources => [Plain(sources.Said), .. sources.Lines.Select(line => Dim($"  {line}"))],
            _ => throw new InvalidOperationException("A reply is one of five, and an answer of three."),
        };

    private static IReadOnlyList<string> Write(Answer.Grounded grounded) =>
        [
            .. grounded
                .Parts.Index()
                .SelectMany(part => Write(grounded, part.Item, grounded.Parts.Take(part.Index).Sum(before => before.Sentences.Count))),
            .. grounded.NotFoundNote is { } note ? [Plain(note)] : Array.Empty<string>(),
            .. grounded.Notes.Select(Dim),
            .. SourceLine.Proofs(grounded).Select(Source),
            .. grounded.Citations.GroupBy(citation => citation.Path).Select(article => Source(SourceLine.Write([.. article]))),
        ];

    private static string[] Write(Answer.Grounded grounded, AnswerPart part, int place)
    {
        var text = new StringBuilder();
        var widths = Widths(part);
        foreach (var (i, sentence) in part.Sentences.Index())
        {
            var isRow = sentence.Form.Kind is BlockKind.TableHeader or BlockKind.TableRow;
            text.Append(
                    i == 0 ? ""
                    : AnswerPart.BeginsLine(sentence, part.Sentences[i - 1]) ? "\n"
                    : " "
                )
                .Append(part.Marks[i])
                .Append(
                    isRow && widths.Sum() <= WidestTable
                        ? Marked(sentence with { Text = Aligned(sentence.Text, widths), Highlights = [] })
                        : Marked(sentence)
                );
        }

        string[] lines = part.ItemsLeft is { } left ? [$"{text}", Dim(left)] : [$"{text}"];
        return grounded.DoubtBefore(place) is { } doubt ? [Dim(doubt), .. lines] : lines;
    }

    /// <summary>The width of each column of a table in characters, with the space after it; none where there is no table.</summary>
    private static int[] Widths(AnswerPart part)
    {
        string[][] rows =
        [
            .. part
                .Sentences.Where(sentence => sentence.Form.Kind is BlockKind.TableHeader or BlockKind.TableRow)
                .Select(row => TableCells.Split(row.Text)),
        ];
        return
        [
            .. Enumerable
                .Range(0, rows.Select(row => row.Length).DefaultIfEmpty().Max())
                .Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0) + 2),
        ];
    }

    private static string Aligned(string row, int[] widths) =>
        string.Concat(TableCells.Split(row).Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();

    private static IReadOnlyList<string> Write(Answer.NotFound notFound) =>
        [
            Plain(notFound.Suggestion is { } suggestion ? $"{notFound.Reason} {suggestion}" : notFound.Reason),
            .. notFound.Closest.Take(1).Select(_ => Dim(BotTexts.Closest)),
            .. notFound.Closest.Select(closest => Dim($"  {closest.Title}: {closest.Quote}")),
        ];

    private static string Marked(AnswerSentence sentence) =>
        $"{(sentence.Lead is { } lead ? $"[bold]{Plain(lead)}[/] " : "")}{string.Concat(sentence.Parts().Select(part => part.Answers ? $"[bold]{Plain(part.Text)}[/]" : Plain(part.Text)))} "
        + $"{Dim(sentence.Links.Count > 0 ? $"({string.Join(", ", sentence.Links)}) " : "")}{Dim(string.Concat(sentence.Citations.Select(number => $"[{number}]")))}";

    private static string Source(IReadOnlyList<MessageSpan> spans) => Dim($"  {Whole.Markup.Write(spans)}");

    private static string Dim(string text) => $"[dim]{Plain(text)}[/]";

    /// <summary>Text as data: no markup of the console, no control sequences of the terminal.</summary>
    private static string Plain(string text) =>
        Markup.Escape(string.Concat(text.Select(c => c == '\n' || !MessageText.IsUnseen(c) ? c : ' ')));
}
