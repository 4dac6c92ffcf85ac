using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>How the bot is connected: shards, servers that it is invited to and removed from, clocks that differ.</summary>
public sealed class ConnectionTests
{
    private const string Question = "<@1> When was the bridge over the Elbe opened?";

    /// <summary>A server that falls to the second of two shards.</summary>
    private const string Second = "4194304";

    [Fact]
    public async Task AsManyShardsAreOpenedAsDiscordRecommends()
    {
        await using var run = await DiscordRun.StartAsync(discord =>
        {
            discord.RecommendedShards = 2;
            discord.Gateway.Servers.Add(Second);
        });
        await run.Discord.IdentifiedAsync(times: 2);
        Assert.Equal(["[0,2]", "[1,2]"], run.Discord.Gateway.Identified.Order());
        await AskInSecondAsync(run);
        await run.Discord.SaysAsync("11", Question);
        await run.Discord.UntilAsync(request => request.IsMessage && request.Path == "channels/200/messages");
        await run.Discord.UntilAsync(request => request.Method == "PUT");
        Assert.Single(run.Discord.Requests, request => request.Method == "PUT");
        Assert.Equal("ready\ndiscord: connected", await run.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OnlyTheShardsThatAreSetAreOpened()
    {
        await using var run = await DiscordRun.StartAsync(
            discord => discord.Gateway.Servers.Add(Second),
            ("Discord:Shards", "2"),
            ("Discord:ShardIds:0", "1")
        );
        await run.ReadyAsync();
        Assert.Equal(["[1,2]"], run.Discord.Gateway.Identified);
        await AskInSecondAsync(run);
    }

    [Fact]
    public async Task OneShardThatIsLostMakesTheBotNotConnected()
    {
        await using var run = await DiscordRun.StartAsync(discord => discord.RecommendedShards = 2);
        await run.Discord.IdentifiedAsync(times: 2);
        await run.ReadyAsync();
        await run.ConnectedAsync();
        run.Discord.Gateway.Refuses = true;
        run.Discord.Gateway.Drop(shard: 1);
        await run.Discord.RefusedAsync(times: 1);
        Assert.Equal(
            "ready\ndegraded: discord: not connected",
            await run.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task ClocksThatDifferByMinutesDoNotMatter(int minutes)
    {
        await using var run = await DiscordRun.StartAsync(discord => discord.Ahead = TimeSpan.FromMinutes(minutes));
        await run.ReadyAsync();
        await run.Discord.CommandAsync("10", "ask", ("question", "When was the bridge over the Elbe opened?", 3));
        await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        await run.Discord.SaysAsync("11", Question);
        await run.Discord.UntilAsync(request => request.IsMessage);
    }

    [Fact]
    public async Task WhileDiscordIsDownItIsAskedOnceASecondWhereItsGatewayIs()
    {
        var failures = 0;
        await using var run = await DiscordRun.StartAsync(discord =>
            discord.Before = (http, request) =>
            {
                if (request.Path != "gateway/bot" || failures++ > 0)
                {
                    return Task.FromResult(false);
                }

                http.Response.StatusCode = 502;
                return Task.FromResult(true);
            }
        );
        await run.ReadyAsync();
        Assert.Equal(2, run.Discord.Requests.Count(request => request.Path == "gateway/bot"));
    }

    [Fact]
    public async Task TheBotAnswersInAServerThatItIsInvitedToAndAfterItIsRemovedElsewhere()
    {
        await using var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        var invited = DiscordJson.Guild(Second);
        invited.Remove("unavailable");
        await run.Discord.Gateway.DispatchAsync("GUILD_CREATE", invited);
        await AskInSecondAsync(run);
        await run.Discord.Gateway.DispatchAsync("GUILD_DELETE", new JsonObject { ["id"] = Second });
        await AskInSecondAsync(run, answered: false);
        await run.Discord.SaysAsync("11", Question);
        await run.Discord.UntilAsync(request => request.IsMessage && request.Path == "channels/200/messages");
    }

    private static async Task AskInSecondAsync(DiscordRun run, bool answered = true)
    {
        await run.Discord.SaysAsync("10", Question, message => message["guild_id"] = Second, "300");
        if (answered)
        {
            Assert.Contains(
                "1893",
                (await run.Discord.UntilAsync(request => request.IsMessage && request.Path == "channels/300/messages")).Text,
                StringComparison.Ordinal
            );
        }
    }
}
