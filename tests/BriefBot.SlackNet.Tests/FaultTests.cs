using System.Collections.Concurrent;
using System.Globalization;
using BriefBot.Chat.Gateways;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.SlackNet.Tests;

/// <summary>What fails between the bot and Slack costs no answer and doubles none.</summary>
public sealed class FaultTests
{
    private const string Question = $"<@{ScriptedSlack.Bot}> How high are the towers of the bridge?";

    [Theory]
    [InlineData(SlackFault.RateLimit)]
    [InlineData(SlackFault.Unavailable)]
    [InlineData(SlackFault.FailsAfter)]
    [InlineData(SlackFault.HangsAfter)]
    [InlineData(SlackFault.Drops)]
    [InlineData(SlackFault.RefusesBlocks)]
    internal async Task AnAnswerComesOnceWhateverFailsFirst(SlackFault fault)
    {
        var fails = 0;
        await using var run = await SlackRun.StartAsync(slack =>
            slack.Fault = method => method == "chat.postMessage" && Interlocked.Increment(ref fails) == 1 ? fault : null
        );
        await run.Slack.SaysAsync("U1", Question);
        await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.SaysAsync("U2", $"<@{ScriptedSlack.Bot}> hello");
        await run.Slack.UntilAsync(request =>
            request.IsMessage && $"{request.Body!["text"]}".StartsWith("Hello", StringComparison.Ordinal)
        );
        await run.StopAsync();
        var answer = Assert.Single(run.Slack.Sent(), message => $"{message["text"]}".Contains("54", StringComparison.Ordinal));
        Assert.Equal(fault == SlackFault.RefusesBlocks, (answer["blocks"]?.AsArray().Count ?? 0) == 0);
    }

    [Fact]
    public async Task APrivateAnswerThatWasSentAtTheSecondTryIsShownToAllOnce()
    {
        var fails = 0;
        await using var run = await SlackRun.StartAsync(slack =>
            slack.Fault = method => method == "response" && Interlocked.Increment(ref fails) == 1 ? SlackFault.RateLimit : null
        );
        await run.Slack.CommandAsync("U1", "How high are the towers of the bridge?");
        var answer = await run.Slack.UntilAsync(request => request.Method == "response");
        await run.Slack.PressAsync("U1", answer, "share");
        await run.Slack.UntilAsync(request => request.Method == "response", times: 2);
        await run.Slack.PressAsync("U1", answer, "share");
        await run.Slack.UntilAsync(request => $"{request.Body?["response_type"]}" == "ephemeral", times: 2);
        Assert.Single(run.Slack.Requests, request => $"{request.Body?["response_type"]}" == "in_channel");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AfterASocketIsGoneTheNextOneIsListenedTo(bool isRefresh)
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.DropAsync(isRefresh);
        await run.Slack.SaysAsync("U1", Question);
        Assert.Contains("54", (await run.Slack.UntilAsync(request => request.IsMessage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasSaidWhileThereWasNoConnectionIsAnswered()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.SaysAsync("U1", Question);
        await run.Slack.UntilAsync(request => request.IsMessage);
        var time = run.Slack.SaysUnheard("U2", Question);
        await run.Slack.DropAsync(isRefresh: false);
        await run.Slack.UntilAsync(request => request.IsMessage && $"{request.Body!["thread_ts"]}" == time);
        Assert.Equal(2, run.Slack.Sent().Count);
    }

    [Fact]
    public async Task AnEventThatComesAgainIsAnsweredOnce()
    {
        await using var run = await SlackRun.StartAsync(slack => slack.Loses = number => number <= 2);
        await run.Slack.SaysAsync("U1", Question);
        await run.Slack.SaysAsync("U2", Question);
        await run.Slack.UntilAsync(request => request.IsMessage, times: 2);
        Assert.Equal(2, run.Slack.SentAgain);
        Assert.Equal(2, run.Slack.Sent().Count);
    }

    [Fact]
    public async Task ARefusedTokenDoesNotEndTheService()
    {
        await using var run = await SlackRun.StartAsync(waits: false, null, ("Slack:BotTokens:1", "xoxb-revoked"));
        var health = run.Services.GetRequiredService<NetworkHealth>();
        Assert.Equal(["slack"], health.Look().NotYet);
        Assert.Empty(run.Slack.Requests);
    }

    /// <summary>A seeded run; with BRIEFBOT_SLACK_QUESTIONS as many as it says.</summary>
    [Fact]
    public async Task OfManyQuestionsWithFaultsNoneIsLostAndNoneAnsweredTwice()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("BRIEFBOT_SLACK_QUESTIONS") ?? "60", CultureInfo.InvariantCulture);
        var random = new Random(41);
        SlackFault?[] faults =
        [
            .. Enumerable.Range(0, count * 4).Select(_ => random.Next(8) == 0 ? (SlackFault?)random.Next((int)SlackFault.Drops + 1) : null),
        ];
        var call = -1;
        var last = new ConcurrentDictionary<string, bool>();
        await using var run = await SlackRun.StartAsync(
            slack =>
            {
                // Not twice in a row, as the bot gives up after three failures.
                slack.Fault = method =>
                    method == "chat.postMessage"
                    && faults[Interlocked.Increment(ref call) % faults.Length] is { } fault
                    && last.TryAdd($"{call / 3}", true)
                        ? fault
                        : null;
                slack.Loses = number => number % 17 == 0;
            },
            ("Chat:ChannelPerMinute", "100000"),
            ("Chat:AuthorPerMinute", "100000"),
            ("Chat:MaxWaitingQuestions", "10000"),
            ("Chat:AnswerTimeoutSeconds", "60")
        );
        var times = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (i, _) =>
            {
                times.Add(await run.Slack.SaysAsync($"U{i % 20 + 10}", Question));
                if (i % 25 == 24)
                {
                    await run.Slack.DropAsync(isRefresh: i % 50 == 24);
                }
            }
        );
        foreach (var time in times)
        {
            await run.Slack.UntilAsync(request => request.IsMessage && $"{request.Body!["thread_ts"]}" == time);
        }

        await run.StopAsync();
        Assert.Equal(times.Order(), run.Slack.Sent().Select(message => $"{message["thread_ts"]}").Order());
    }
}
