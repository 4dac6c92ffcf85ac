using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;

namespace BriefBot.Service.Hosting;

/// <summary><c>chat</c>: a conversation in the terminal.</summary>
internal static class ChatCommand
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var provider = BotHost.Command(settings);
        var indexer = provider.GetRequiredService<KnowledgeIndexer>();
        await ProgressBar.ReadFolderAsync(indexer, cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = indexer.KeepAsync(ended.Token);
        var console = TerminalChannel.Open();
        await new TerminalChannel(console, provider.GetRequiredService<IChatResponder>()).ChatAsync(
            TerminalChannel.Lines(console),
            cancellationToken
        );
        await ended.CancelAsync();
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }
}
