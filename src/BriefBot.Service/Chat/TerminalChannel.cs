using BriefBot.Chat;
using Spectre.Console;

namespace BriefBot.Service.Chat;

/// <summary>The terminal: lines in, answers out.</summary>
internal sealed class TerminalChannel(IAnsiConsole console, IChatResponder responder)
{
    /// <summary>A wider one is none: a file or a pipe, whose lines are not broken.</summary>
    private const int WidestTerminal = 1_000;

    private const string Prompt = "> ";

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

    /// <summary>The lines typed there; where they come from a file or a pipe, as they come.</summary>
    public static TextReader Lines(IAnsiConsole console)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected || !console.Profile.Capabilities.Ansi)
        {
            return Console.In;
        }

        // It is taken for none where the log goes into a file.
        console.Profile.Capabilities.Interactive = true;
        return new TerminalLines(console, Prompt.Length);
    }

    /// <summary>Reads questions until the input ends or a line is "exit".</summary>
    public async Task ChatAsync(TextReader input, CancellationToken cancellationToken)
    {
        console.MarkupLine("[dim]Ask a question. Type /help for tips, exit or Ctrl+D to quit.[/]");
        while (true)
        {
            console.Markup($"[bold]{Prompt}[/]");
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
                    Command = question.Trim() switch
                    {
                        "/help" => BotCommand.Help,
                        "/sources" => BotCommand.Sources,
                        _ => BotCommand.Ask,
                    },
                    Text = question,
                },
                responder,
                begins: false,
                cancellationToken
            )
            .Last;

    /// <summary>Prints a reply and an empty line.</summary>
    public void Show(Reply reply)
    {
        foreach (var line in TerminalWriter.Write(reply))
        {
            Write(line);
        }

        console.WriteLine();
    }

    /// <summary>Writes a line; where an indented one is broken, the rest of it is indented too.</summary>
    private void Write(string line)
    {
        if (line.StartsWith(TerminalWriter.Indented, StringComparison.Ordinal) && console.Profile.Width <= WidestTerminal)
        {
            console.Write(new Padder(new Markup($"[dim]{line[TerminalWriter.Indented.Length..]}"), new Padding(2, 0, 0, 0)));
        }
        else
        {
            console.MarkupLine(line);
        }
    }
}
