using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.DiscordNet.Tests;

/// <summary>What goes wrong between the bot and Discord, and what becomes of those who asked.</summary>
public sealed class FaultTests
{
    private const int Seed = 7;
    private const int Questions = 300;
    private const string Question = "When was the bridge over the Elbe opened?";

    [Fact]
    public async Task ATokenThatIsRefusedLeavesTheRestOfTheServiceRunning()
    {
        await using var run = await DiscordRun.StartAsync(
            null,
            ("Discord:Token", "MTIzNDU2Nzg5MDEyMzQ1Njc4.another.token-that-is-as-long-as-a-real-one")
        );
        await run.Discord.UntilAsync(request => request.Path == "gateway/bot");
        await AssertNotReadyAsync(run);
        Assert.True(
            (
                await run.Http.PostAsJsonAsync("/api/ask", new { question = Question }, TestContext.Current.CancellationToken)
            ).IsSuccessStatusCode
        );
        Assert.Empty(run.Discord.Gateway.Identified);
    }

    [Fact]
    public async Task IntentsThatAreNotAllowedAreNotAskedForAgain()
    {
        await using var run = await DiscordRun.StartAsync(
            discord => discord.Gateway.RefusesWith = 4014,
            ("Discord:MessageContent", "true")
        );
        await run.Discord.RefusedAsync(times: 1);
        await AssertNotReadyAsync(run);
    }

    [Fact]
    public async Task TheMessageContentIsAskedForOnlyWhereItIsSet()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        Assert.Equal(0, run.Discord.Gateway.Intents & 32_768);
        Assert.Equal("ready\ndiscord: connected", await run.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        await using var reading = await DiscordRun.StartAsync(
            null,
            ("Discord:MessageContent", "true"),
            ($"Chat:Channels:{ScriptedDiscord.Channel}:Listen", "Everything")
        );
        await reading.ReadyAsync();
        Assert.NotEqual(0, reading.Discord.Gateway.Intents & 32_768);
        await reading.Discord.SaysAsync("10", "When was the bridge over the Elbe opened?");
        Assert.Contains("1893", (await reading.Discord.UntilAsync(request => request.IsMessage)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task WhatDiscordFailsAtIsSentAgainUnderTheSameNonce(int status)
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        var failures = 0;
        run.Discord.Before = (http, request) =>
        {
            if (!request.IsMessage || failures++ > 0)
            {
                return Task.FromResult(false);
            }

            http.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        await run.Discord.SaysAsync("10", "<@1> hello");
        var second = await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
        Assert.Equal(
            run.Discord.Requests.First(request => request.IsMessage).Body!["nonce"]!.GetValue<string>(),
            second.Body!["nonce"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task WhereComponentsAreRefusedTheAnswerComesAsPlainText()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        run.Discord.Before = async (http, request) =>
        {
            var flags = request.Body is JsonObject body ? body["flags"] ?? body["data"]?["flags"] : null;
            if (((flags?.GetValue<int>() ?? 0) & 32_768) == 0)
            {
                return false;
            }

            http.Response.StatusCode = 400;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"message\":\"Invalid Form Body\",\"code\":50035,\"errors\":{}}");
            return true;
        };
        await run.Discord.SaysAsync("10", "<@1> When was the bridge over the Elbe opened?");
        await run.Discord.PostedAsync(1);
        await run.Discord.CommandAsync("10", "ask", ("question", "When was the bridge over the Elbe opened?", 3));
        await run.Discord.PostedAsync(2);
        Assert.All(
            run.Discord.Posts,
            post =>
                Assert.Contains(
                    "opened on **12 May 1893**",
                    (post.Body!["content"] ?? post.Body["data"]!["content"])!.GetValue<string>(),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task WhatIsToldToWaitWaits()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        var refused = 0;
        run.Discord.Before = async (http, request) =>
        {
            if (!request.IsMessage || refused++ > 0)
            {
                return false;
            }

            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1";
            http.Response.Headers["X-RateLimit-Limit"] = "5";
            http.Response.Headers["X-RateLimit-Remaining"] = "0";
            http.Response.Headers["X-RateLimit-Reset-After"] = "1";
            http.Response.Headers["X-RateLimit-Bucket"] = "b";
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"message\":\"You are being rate limited.\",\"retry_after\":1.0,\"global\":false}");
            return true;
        };
        await run.Discord.SaysAsync("10", "<@1> hello");
        await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
    }

    [Fact]
    public async Task WhoAsksWhereTheBotMayNotWriteIsToldSoAndNobodyElseLosesTheirReply()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        run.Discord.Before = async (http, request) =>
        {
            if (!request.IsMessage || request.Path.Contains("90010", StringComparison.Ordinal))
            {
                return false;
            }

            http.Response.StatusCode = 403;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"message\":\"Missing Permissions\",\"code\":50013}");
            return true;
        };
        await run.Discord.SaysAsync("10", "<@1> hello");
        var told = await run.Discord.UntilAsync(request => request.Path == "channels/90010/messages");
        Assert.Contains("not allowed to post in that channel", told.Text, StringComparison.Ordinal);
        await run.Discord.SaysAsync("10", "hello", channel: null);
        await run.Discord.UntilAsync(request => request.Path == "channels/90010/messages", times: 2);
    }

    [Fact]
    public async Task WhatComesAgainAfterABrokenConnectionIsAnsweredOnce()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        JsonObject? said = null;
        await run.Discord.SaysAsync("10", "<@1> hello", message => said = (JsonObject)message.DeepClone());
        await run.Discord.UntilAsync(request => request.IsMessage);
        run.Discord.Gateway.Drop();
        await run.Discord.ResumedAsync(times: 1);
        await run.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", said!);
        await run.Discord.SaysAsync("10", "<@1> thanks");
        await run.Discord.UntilAsync(request => request.IsMessage && request.Text.Contains("welcome", StringComparison.Ordinal));
        Assert.Equal(2, run.Discord.Requests.Count(request => request.IsMessage));
    }

    [Fact]
    public async Task OfThreeHundredQuestionsNoAnswerIsLostOrDoubledWhateverFails()
    {
        await using var run = await DiscordRun.StartAsync(
            null,
            ("Chat:AuthorPerMinute", "10000"),
            ("Chat:ChannelPerMinute", "10000"),
            ("Chat:MaxWaitingQuestions", "1000")
        );
        await run.ReadyAsync();
        var random = new Random(Seed);
        var failed = new Dictionary<string, int>();
        run.Discord.Before = async (http, request) =>
        {
            int fault;
            lock (random)
            {
                // A reply is tried three times.
                fault = (request.IsMessage || IsAnswer(request)) && failed.GetValueOrDefault(Answered(request)) < 2 ? random.Next(20) : 20;
                if (fault < 4)
                {
                    failed[Answered(request)] = failed.GetValueOrDefault(Answered(request)) + 1;
                }
            }

            switch (fault)
            {
                case 0:
                    http.Response.StatusCode = 502;
                    return true;
                case 1:
                    // It was taken, and the bot does not hear of it.
                    run.Discord.Take(request);
                    http.Abort();
                    return true;
                case 2:
                    run.Discord.Take(request);
                    http.Response.StatusCode = 500;
                    return true;
                case 3:
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    return true;
                default:
                    return false;
            }
        };
        for (var i = 0; i < Questions; i++)
        {
            var author = string.Create(CultureInfo.InvariantCulture, $"{10 + (i % 30)}");
            if (i % 3 == 0)
            {
                await run.Discord.CommandAsync(author, "ask", ("question", Question, 3));
            }
            else
            {
                JsonObject? said = null;
                await run.Discord.SaysAsync(author, $"<@1> {Question}", message => said = (JsonObject)message.DeepClone());
                if (i % 5 == 0)
                {
                    await run.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", said!);
                }
            }

            if (i == 150)
            {
                run.Discord.Gateway.Drop();
                await run.Discord.ResumedAsync(times: 1);
            }
        }

        await run.Discord.PostedAsync(Questions);
        Assert.Equal(Questions, run.Discord.Posts.Select(Answered).Distinct().Count());
        Assert.All(run.Discord.Posts, post => Assert.Contains("12 May 1893", post.Text, StringComparison.Ordinal));
        Assert.Equal(Questions, run.Discord.Posts.Count);
    }

    /// <summary>
    /// Which question a reply answers: a command's token, the message replied to, or, where neither was possible, the nonce that is the
    /// question's.
    /// </summary>
    private static string Answered(SentRequest post) =>
        post.Path.Split('/').FirstOrDefault(segment => segment.StartsWith("token-", StringComparison.Ordinal))
        ?? (post.Body!["message_reference"]?["message_id"] ?? post.Body["nonce"])!.GetValue<string>();

    private static bool IsAnswer(SentRequest request) => request.Path.StartsWith("interactions/", StringComparison.Ordinal);

    private static async Task AssertNotReadyAsync(DiscordRun run)
    {
        using var response = await run.Http.GetAsync("/health/networks", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(
            "Not connected: discord.",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
