using BriefBot.Answers;
using BriefBot.Chat;
using Spectre.Console;

namespace BriefBot.Service.Chat;

/// <summary>The terminal: lines in, answers out.</summary>
internal sealed class TerminalChannel(IAnsiConsole console, IChatResponder responder)
{
    private static readonly string[] Goodbyes = ["exit", "quit", "/exit", "/quit"];

    /// <summary>The terminal itself; where its output goes into a file or a pipe, lines are not broken.</summary>
    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = int.MaxValue;
        }

        return console;
    }

    /// <summary>Reads questions until the input ends or somebody says "exit".</summary>
    public async Task ChatAsync(TextReader input, CancellationToken cancellationToken)
    {
        console.MarkupLine("[dim]Ask about the articles; exit or Ctrl+D ends.[/]");
        while (true)
        {
            console.Markup("[bold]>[/] ");
            var line = await input.ReadLineAsync(cancellationToken);
            if (line is null || Goodbyes.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            if (!string.IsNullOrWhiteSpace(line) && await AskAsync(line, cancellationToken) is { } reply)
            {
                Show(reply);
            }
        }
    }

    public Task<Reply?> AskAsync(string question, CancellationToken cancellationToken) => responder.RespondAsync(
        new IncomingMessage { Id = "terminal", ConversationId = "terminal", Text = question }, cancellationToken);

    /// <summary>Prints a reply: what answers in bold, sources dim beneath.</summary>
    public void Show(Reply reply)
    {
        switch (reply.Answer)
        {
            case Answer.Grounded grounded:
                Show(grounded);
                break;
            case Answer.NotFound notFound:
                Show(notFound);
                break;
            case Answer.Unavailable unavailable:
                console.MarkupLine(Plain(unavailable.Reason));
                break;
            default:
                console.MarkupLine(Plain(reply.Text));
                break;
        }

        console.WriteLine();
    }

    private void Show(Answer.Grounded grounded)
    {
        console.MarkupLine(string.Join(' ', grounded.Sentences.Select(Marked)));
        if (grounded.NotFoundNote is { } note)
        {
            console.MarkupLine(Plain(note));
        }

        foreach (var citation in grounded.Citations)
        {
            console.MarkupLine($"[dim]  {Plain($"[{citation.Number}] {ReplyWriter.Source(citation)}")}[/]");
        }
    }

    private void Show(Answer.NotFound notFound)
    {
        console.MarkupLine(Plain(notFound.Suggestion is null ? notFound.Reason : $"{notFound.Reason} {notFound.Suggestion}"));
        if (notFound.Closest.Count > 0)
        {
            console.MarkupLine($"[dim]{Plain(Words.Closest)}[/]");
        }

        foreach (var closest in notFound.Closest)
        {
            console.MarkupLine($"[dim]  {Plain($"{closest.Title}: {closest.Quote}")}[/]");
        }
    }

    private static string Marked(AnswerSentence sentence)
    {
        var markup = "";
        var from = 0;
        foreach (var highlight in sentence.Highlights)
        {
            markup += Plain(sentence.Text[from..highlight.Start]) + $"[bold]{Plain(sentence.Text.Substring(highlight.Start, highlight.Length))}[/]";
            from = highlight.Start + highlight.Length;
        }

        return $"{markup}{Plain(sentence.Text[from..])} [dim]{Plain(string.Concat(sentence.Citations.Select(number => $"[{number}]")))}[/]";
    }

    /// <summary>Text as data: no markup of the console, no control sequences of the terminal.</summary>
    private static string Plain(string text) => Markup.Escape(string.Concat(text.Select(c => c == '\n' || !MessageText.IsUnseen(c) ? c : ' ')));
}
