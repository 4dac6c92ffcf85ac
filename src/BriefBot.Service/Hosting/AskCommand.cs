using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;

namespace BriefBot.Service.Hosting;

/// <summary><c>ask</c>: one question, one answer.</summary>
internal static class AskCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> settings,
        IReadOnlyList<string> words,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var question = string.Join(' ', words);
        if (words.Count == 0 && Console.IsInputRedirected)
        {
            question = await Console.In.ReadToEndAsync(cancellationToken);
        }
        else if (words.Count == 0)
        {
            await Console.Error.WriteLineAsync("There is no question. Write one after the command: briefbot ask what is briefbot");
            return ExitCode.Usage;
        }

        await using var provider = BotHost.Command(settings);
        var indexer = provider.GetRequiredService<KnowledgeIndexer>();
        await ProgressBar.ReadFolderAsync(indexer, cancellationToken);
        var terminal = new TerminalChannel(TerminalChannel.Open(), provider.GetRequiredService<IChatResponder>());
        var reply = await terminal.AskAsync(question, cancellationToken);
        if (provider.GetRequiredService<IPassageStore>().Damage.IsCompleted)
        {
            await ProgressBar.ReadFolderAsync(indexer, cancellationToken);
            reply = await terminal.AskAsync(question, cancellationToken);
        }

        if (json)
        {
            Console.WriteLine(Encoding.UTF8.GetString(WebWriter.Write(reply)));
        }
        else
        {
            terminal.Show(reply);
        }

        return reply switch
        {
            Reply.Refused => ExitCode.Usage,
            Reply.Answered { Answer: Answer.NotFound } => ExitCode.NotFound,
            Reply.Answered { Answer: Answer.Unavailable } => ExitCode.Unavailable,
            _ => ExitCode.Done,
        };
    }
}
