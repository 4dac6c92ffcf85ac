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

    [Fact]
    public async Task WhatWasMissedBetweenTwoRunsIsAnsweredOnceOrApologisedForWhereItIsOld()
    {
        using (var store = Open())
        {
            await using var run = await GatewayRun.StartAsync(store: store);
            run.Network.Says("m1", "ann", "one?");
            await run.IdleAsync();
        }

        using var next = Open();
        await using var restarted = await GatewayRun.StartAsync(
            store: next,
            missed: now =>
                [
                    ScriptedGateway.Message("m0", "ann", "old?", now.AddMinutes(-17)),
                    ScriptedGateway.Message("m1", "ann", "one?", now),
                    ScriptedGateway.Message("m2", "bob", "two?", now.AddMinutes(-14)),
                ]
        );
        await restarted.Network.UntilAsync(line => line.StartsWith("bot replies to m", StringComparison.Ordinal), times: 2);
        await restarted.IdleAsync();
        Assert.Equal(2, Replies(restarted));
        Assert.Matches(@"bot replies to m0 \(s\d\): Sorry, I was away", restarted.Network.Transcript);
        Assert.Matches(@"bot replies to m2 \(s\d\): So it is with “two\?”", restarted.Network.Transcript);
    }

    [Fact]
    public async Task ABotThatNeverRanBeforeAnswersNothingThatWasSaidBefore()
    {
        using var store = Open();
        await using var run = await GatewayRun.StartAsync(
            store: store,
            missed: now => [ScriptedGateway.Message("m0", "ann", "before?", now.AddMinutes(-1))]
        );
        run.Network.Says("m1", "ann", "one?");
        await run.IdleAsync();
        Assert.Equal(1, Replies(run));
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
