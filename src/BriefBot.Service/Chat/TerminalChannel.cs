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

    /// <summary>Reads questions until the input ends or a line is "exit".</summary>
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

            if (!string.IsNullOrWhiteSpace(line))
            {
                Show(await AskAsync(line, cancellationToken));
            }
        }
    }

    /// <summary>Returns the reply, or with a model the final one.</summary>
    public Task<Reply> AskAsync(string question, CancellationToken cancellationToken) =>
        ReplyTask
            .To(
                new IncomingMessage
                {
                    Id = "",
                    Network = "terminal",
                    Channel = "",
                    Author = "",
                    Kind = MessageKind.Direct,
                    Text = question,
                },
                responder,
                cancellationToken
            )
            .Last;

    /// <summary>Prints a reply and an empty line.</summary>
    public void Show(Reply reply)
    {
        foreach (var line in TerminalWriter.Write(reply))
        {
            console.MarkupLine(line);
        }

        console.WriteLine();
    }
}
