using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>What happens in a channel when something takes long, fails or ends, played to the gateway worker.</summary>
public sealed class TranscriptFailureTests
{
    [Fact]
    public async Task WhenTooManyWaitOneMoreIsToldSoAndMayAskByAnEdit()
    {
        await using var run = await GatewayRun.StartAsync(new ChatOptions { MaxConcurrentAnswers = 1, MaxWaitingQuestions = 1 });
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "one?");
        await run.AskedAsync();
        run.Network.Says("m2", "ann", "two?");
        run.Network.Says("m3", "cleo", "three?");
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m3", StringComparison.Ordinal));
        release.SetResult();
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m2", StringComparison.Ordinal));
        await run.IdleAsync();
        run.Network.Edits("m3", "three, please?");
        await run.IdleAsync();
        run.Approve("Busy");
    }

    [Fact]
    public async Task WhatTakesLongIsShownToBeWorkedOn()
    {
        await using var run = await GatewayRun.StartAsync(new ChatOptions { AnswerTimeoutSeconds = 20 });
        run.Network.ShowsWork = true;
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "one?");
        await run.AskedAsync();
        await run.Time.PassAsync(TimeSpan.FromSeconds(1));
        await run.Network.UntilAsync(line => line == "bot is working on m1");
        await run.Time.PassAsync(TimeSpan.FromSeconds(8));
        await run.Network.UntilAsync(line => line == "bot is working on m1", times: 2);
        release.SetResult();
        await run.IdleAsync();
        run.Time.Advance(TimeSpan.FromSeconds(30));
        run.Approve("Working");
    }

    [Fact]
    public async Task WhatHangsOrFailsCostsNobodyElseTheirReply()
    {
        await using var run = await GatewayRun.StartAsync();
        run.Network.Before = (call, token) =>
            call switch
            {
                "send m1" => Task.Delay(Timeout.InfiniteTimeSpan, run.Time, token),
                "send m2" => throw new HttpRequestException("The network says no."),
                "send m5" => new TaskCompletionSource().Task,
                _ => Task.CompletedTask,
            };
        run.Network.Says("m1", "ann", "one?");
        await run.Network.CalledAsync("send m1");
        run.Network.Says("m2", "bob", "two?");
        run.Network.Says("m3", "bob", "three?");
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m3", StringComparison.Ordinal));
        run.Network.Says("m4", "ann", "four?");
        run.Network.Note("the reply to m1 hangs");
        run.Time.Advance(TimeSpan.FromSeconds(10));
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m4", StringComparison.Ordinal));
        run.Network.Says("m5", "ann", "five?");
        run.Network.Says("m6", "ann", "six?");
        await run.Network.CalledAsync("send m5");
        run.Network.Note("the reply to m5 hangs and takes no notice of being given up");
        run.Time.Advance(TimeSpan.FromSeconds(10));
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m6", StringComparison.Ordinal));
        run.Approve("Hangs");
        Assert.Equal(3, run.Problems().Count());
    }

    [Fact]
    public async Task WhatWasSurelyNotSentIsSentAgainTwice()
    {
        await using var run = await GatewayRun.StartAsync();
        var (first, second) = (0, 0);
        run.Network.Before = (call, _) =>
            call switch
            {
                "send m1" when first++ < 2 => throw new MessageNotSentException("Not connected."),
                "send m2" when second++ < 9 => throw new MessageNotSentException("Not connected."),
                _ => Task.CompletedTask,
            };
        run.Network.Says("m1", "ann", "one?");
        run.Network.Says("m2", "ann", "two?");
        run.Network.Says("m3", "ann", "three?");
        foreach (var wait in new[] { 2, 6, 2, 6 })
        {
            await run.Time.PassAsync(TimeSpan.FromSeconds(wait));
        }

        await run.IdleAsync();
        Assert.Equal((3, 3), (first, second));
        run.Approve("SentAgain");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 20)]
    [InlineData(3_600, 60)]
    public async Task ANetworkThatSaysWhenToTryAgainIsAskedThen(int asked, int waited)
    {
        await using var run = await GatewayRun.StartAsync();
        var times = new List<DateTimeOffset>();
        run.Network.Before = (_, _) =>
        {
            times.Add(run.Time.GetUtcNow());
            return times.Count == 1
                ? throw new MessageNotSentException("Not now.") { RetryAfter = TimeSpan.FromSeconds(asked) }
                : Task.CompletedTask;
        };
        run.Network.Says("m1", "ann", "one?");
        if (waited > 0)
        {
            await run.Time.PassAsync(TimeSpan.FromSeconds(waited));
        }

        await run.IdleAsync();
        Assert.Equal([times[0], times[0].AddSeconds(waited)], times);
    }

    [Fact]
    public async Task ToldToStopItAnswersWhatThereIsTimeForAndSaysSoToTheRest()
    {
        await using var run = await GatewayRun.StartAsync();
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "one?");
        await run.AskedAsync();
        run.Answerer.Says = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, run.Time, token);
            return ScriptedAnswerer.Grounded("Never.");
        };
        run.Network.Says("m2", "ann", "two?");
        run.Network.Says("m3", "ann", "three?");
        run.Network.Note("the bot is told to stop");
        var stopped = run.Worker.StopAsync(CancellationToken.None);
        run.Network.Says("m4", "bob", "four?");
        release.SetResult();
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m1", StringComparison.Ordinal));
        await run.LoggedAsync("Stopping: no new questions");
        run.Time.Advance(TimeSpan.FromSeconds(2));
        await stopped;
        run.Approve("Stop");
    }

    [Fact]
    public async Task WhatWasMissedIsAnsweredOnceWhenTheConnectionIsBack()
    {
        await using var run = await GatewayRun.StartAsync();
        run.Network.Says("m1", "ann", "What is so?");
        await run.IdleAsync();
        run.Network.Missed =
        [
            ScriptedGateway.Message("m1", "ann", "What is so?"),
            ScriptedGateway.Message("m2", "bob", "And what is not?"),
        ];
        run.Time.Forget();
        run.Network.Drops();
        await run.Time.PassAsync(TimeSpan.FromSeconds(1));
        await run.Network.UntilAsync(line => line.StartsWith("bot replies to m2", StringComparison.Ordinal));
        await run.IdleAsync();
        run.Network.Missed = [];
        run.Network.Drops();
        run.Network.Note("and again");
        await run.Time.PassAsync(TimeSpan.FromSeconds(2));
        await run.ListensAsync(times: 3);
        run.Network.Says("m3", "ann", "hello");
        await run.IdleAsync();
        run.Approve("Drops");
    }
}
