using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>Messages that a network delivers again after the service was restarted or killed.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AMessageThatWasAnsweredIsNotAnsweredAgainAfterARestart()
    {
        using (var store = Open())
        {
            await using var run = await GatewayRun.StartAsync(store: store);
            run.Network.Says("m1", "ann", "one?");
            await run.IdleAsync();
            Assert.Equal(1, Replies(run));
        }

        using var next = Open();
        await using var restarted = await GatewayRun.StartAsync(store: next);
        restarted.Network.Says("m1", "ann", "one?");
        restarted.Network.Says("m2", "ann", "two?");
        await restarted.IdleAsync();
        Assert.Equal(1, Replies(restarted));
        Assert.Contains("bot replies to m2", restarted.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageThatAKilledProcessDidNotAnswerIsAnsweredByTheNext()
    {
        using var store = Open();
        await using var run = await GatewayRun.StartAsync(store: store);
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "one?");
        await run.AskedAsync();
        using (var next = Open())
        {
            await using var restarted = await GatewayRun.StartAsync(store: next);
            restarted.Network.Says("m1", "ann", "one?");
            await restarted.IdleAsync();
            Assert.Equal(1, Replies(restarted));
        }

        release.SetResult();
    }

    private static int Replies(GatewayRun run) =>
        run.Network.Transcript.Split('\n').Count(line => line.StartsWith("bot replies to ", StringComparison.Ordinal));

    private DatabaseAnswerStore Open() =>
        new(
            new SqliteDatabase(_folder.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
}
