using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Servers;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>What no transcript shows: crowds, and networks that can't be reached.</summary>
public sealed class GatewayWorkerTests
{
    private const int Channels = 50;
    private const int Each = 20;

    [Fact]
    public async Task OfAThousandMessagesInFiftyChannelsEachHasOneOutcomeInOrder()
    {
        await using var run = await GatewayRun.StartAsync();
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        SayAll(run);
        release.SetResult();
        await run.IdleAsync();
        var replies = Replies(run);
        Assert.Equal(Channels * Each, replies.Select(reply => reply.To).Distinct().Count());
        Assert.Equal(Channels * Each, replies.Length);
        var answered = replies.Where(reply => reply.Text.StartsWith("So it is", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4 + 100, answered.Length);
        Assert.All(replies.Except(answered), reply => Assert.Contains("too many questions", reply.Text, StringComparison.Ordinal));
        Assert.All(answered, reply => Assert.Contains($"“{reply.To}?”", reply.Text, StringComparison.Ordinal));
        foreach (var channel in answered.GroupBy(reply => reply.To.Split('-')[0]))
        {
            var order = channel
                .Select(reply => int.Parse(reply.To.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            Assert.Equal(order.Order(), order);
        }
    }

    [Fact]
    public async Task ACrowdThatTheBotKeepsUpWithIsAnsweredWholly()
    {
        await using var run = await GatewayRun.StartAsync(new ChatOptions { MaxWaitingQuestions = 1_000 });
        SayAll(run);
        await run.IdleAsync();
        Assert.Equal(Channels * Each, Replies(run).Count(reply => reply.Text.Contains($"“{reply.To}?”", StringComparison.Ordinal)));
        Assert.Empty(run.Problems());
    }

    [Fact]
    public async Task NoMoreThanAThousandWaitToBeToldThatItIsBusyWhileTheNetworkHangs()
    {
        await using var run = await GatewayRun.StartAsync(
            new ChatOptions
            {
                MaxConcurrentAnswers = 1,
                MaxWaitingQuestions = 0,
                ChannelPerMinute = 10_000,
            }
        );
        var waiting = 0;
        run.Network.Before = (call, token) =>
        {
            Interlocked.Increment(ref waiting);
            return Task.Delay(Timeout.InfiniteTimeSpan, run.Time, token);
        };
        for (var i = 0; i < 3_000; i++)
        {
            run.Network.Says(ScriptedGateway.Message($"m{i}", $"author {i}", "what?"));
        }

        await run.AdvanceUntilAsync(run.IdleAsync(), stepSeconds: 1);
        Assert.InRange(waiting, 1_000, 1_002);
        Assert.Equal(3_000, run.Log.Lines.Count(line => line.Text.Contains("reply id", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ANetworkThatCannotBeReachedIsTriedAgainLessAndLessOften()
    {
        await using var run = await GatewayRun.StartAsync();
        var times = new List<DateTimeOffset>();
        run.Network.Before = (call, _) =>
        {
            lock (times)
            {
                times.Add(run.Time.GetUtcNow());
            }

            return call == "listen" ? throw new HttpRequestException("No such host.") : Task.CompletedTask;
        };
        double[] waits = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        var began = run.Time.GetUtcNow();
        run.Time.Forget();
        run.Network.Drops();
        foreach (var wait in waits)
        {
            await run.Time.PassAsync(TimeSpan.FromSeconds(wait));
        }

        await run.LoggedAsync("again in 60 s", times: 4);
        Assert.Equal(waits, times.Prepend(began).Zip(times, (one, other) => (other - one).TotalSeconds));
        Assert.All(
            run.Log.Lines.Where(line => line.Level >= LogLevel.Warning),
            line => Assert.Contains("connecting again", line.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task WhatTheNetworkTakesInNoOtherFormIsSentPlainly()
    {
        await using var run = await GatewayRun.StartAsync();
        var refused = 0;
        run.Network.Before = (call, _) =>
            call == "send m1" && refused++ == 0 ? throw new FormRefusedException("No components.") : Task.CompletedTask;
        run.Network.Says("m1", "ann", "one?");
        await run.IdleAsync();
        Assert.Single(Replies(run), reply => reply.To == "m1");
        Assert.Contains(run.Log.Lines, line => line.Text.Contains("as plain text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatFailsInTheRoomIsLoggedAndTheNextIsAnswered()
    {
        await using var run = await GatewayRun.StartAsync();
        run.Answerer.Says = (question, _) =>
            question == "one?"
                ? throw new InvalidOperationException("A mistake.")
                : Task.FromResult<Answer>(ScriptedAnswerer.Grounded("So."));
        run.Network.Says("m1", "ann", "one?");
        run.Network.Says("m2", "ann", "two?");
        await run.IdleAsync();
        Assert.Contains("bot replies to m1 (s1): Something went wrong", run.Network.Transcript, StringComparison.Ordinal);
        Assert.Contains("bot replies to m2 (s2): So.", run.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutANetworkNothingIsStopped()
    {
        var (options, time) = (Options.Create(new ChatOptions()), new FakeTimeProvider());
        using var deadline = new AnswerDeadline(options, time);
        var conversations = new Conversations(options);
        using var responder = new ChatResponder(
            new ScriptedAnswerer(),
            Some.FolderAnswers(),
            conversations,
            options,
            () => "id",
            deadline,
            time,
            new CollectingLogger<ChatResponder>()
        );
        using var worker = new GatewayWorker(
            [],
            responder,
            conversations,
            deadline,
            options,
            time,
            new CollectingLogger<GatewayWorker>(),
            new ServerSettingsCache(time)
        );
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await Task.Yield();
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Answer.Grounded>(
            (await responder.AnswerAsync(Some.Message("What is so?"), TestContext.Current.CancellationToken)).Answer()
        );
        Assert.False(worker.ExecuteTask?.IsCompleted);
        await worker.StopAsync(CancellationToken.None);
        Assert.True(worker.ExecuteTask?.IsCompleted);
    }

    [Fact]
    public async Task WhatWasNotShownIsNothingThatAFollowUpLeansOn()
    {
        await using var run = await GatewayRun.StartAsync();
        run.Network.Before = (call, _) => call == "send m1" ? throw new HttpRequestException("No.") : Task.CompletedTask;
        run.Network.Says("m1", "ann", "one?");
        run.Network.Says("m2", "ann", "two?");
        run.Network.Says("m3", "ann", "three?");
        await run.IdleAsync();
        Assert.Equal(
            [
                [],
                [],
                ["two?"],
            ],
            run.Answerer.Asked.Select(asked => asked.Earlier)
        );
    }

    [Fact]
    public async Task WhatIsTakenBackGoesHoweverManyWait()
    {
        await using var run = await GatewayRun.StartAsync(new ChatOptions { MaxConcurrentAnswers = 1, MaxWaitingQuestions = 0 });
        run.Network.Says("m1", "ann", "one?");
        await run.IdleAsync();
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m2", "bob", "two?");
        await run.AskedAsync();
        run.Network.Deletes("m1");
        await run.Network.UntilAsync(line => line == "bot deletes s1");
        release.SetResult();
        await run.IdleAsync();
    }

    [Fact]
    public async Task NeitherQuestionNorReplyIsLogged()
    {
        await using var run = await GatewayRun.StartAsync();
        run.Network.Before = (call, _) => call == "send m2" ? throw new HttpRequestException("No.") : Task.CompletedTask;
        run.Network.Says("m1", "ann", "what about zebras?");
        run.Network.Says("m2", "ann", "what about zebras?");
        await run.IdleAsync();
        Assert.NotEmpty(run.Log.Lines);
        Assert.DoesNotContain(run.Log.Lines, line => line.Text.Contains("zebras", StringComparison.Ordinal));
    }

    private static void SayAll(GatewayRun run)
    {
        for (var i = 0; i < Channels * Each; i++)
        {
            var channel = $"c{i % Channels}";
            run.Network.Says(
                ScriptedGateway.Message($"{channel}-{i / Channels}", $"author of {channel}", $"{channel}-{i / Channels}?") with
                {
                    Channel = channel,
                }
            );
        }
    }

    private static (string To, string Text)[] Replies(GatewayRun run) =>
        [
            .. run
                .Network.Transcript.Split('\n')
                .Where(line => line.StartsWith("bot replies to ", StringComparison.Ordinal))
                .Select(line => line["bot replies to ".Length..])
                .Select(line =>
                    (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
                ),
        ];
}
