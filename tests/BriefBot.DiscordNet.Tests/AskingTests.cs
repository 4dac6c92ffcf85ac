using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>The ways of asking in Discord, and what comes back.</summary>
public sealed class AskingTests
{
    private const string Question = "When was the bridge over the Elbe opened?";

    [Fact]
    public async Task AMentionIsRepliedTo()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Equal("channels/200/messages", reply.Path);
        Assert.Contains("opened on **12 May 1893**", reply.Text, StringComparison.Ordinal);
        Assert.Equal(id, reply.Body!["message_reference"]!["message_id"]!.GetValue<string>());
        Assert.Equal("{\"parse\":[],\"replied_user\":false}", reply.Body["allowed_mentions"]!.ToJsonString());
        Assert.Equal(32_768, reply.Body["flags"]!.GetValue<int>() & 32_768);
        Assert.True(reply.Body["enforce_nonce"]!.GetValue<bool>());
        Assert.InRange(reply.Body["nonce"]!.GetValue<string>().Length, 1, 25);
    }

    [Fact]
    public async Task ADirectMessageIsRepliedToWithoutAMention()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", Question, channel: null);
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Equal("channels/90010/messages", reply.Path);
        Assert.Contains("12 May 1893", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotSaidToTheBotIsLeftAlone()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", Question);
        await run.Discord.SaysAsync("1", $"<@1> {Question}");
        await run.Discord.SaysAsync("10", $"<@1> {Question}", message => message["mention_everyone"] = true);
        await run.Discord.SaysAsync("10", "<@1> hello");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.StartsWith("Hello!", reply.Text, StringComparison.Ordinal);
        Assert.Single(run.Discord.Requests, request => request.IsMessage);
    }

    [Fact]
    public async Task AReplyToTheBotGoesOnFromThere()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", "<@1> How high are the towers of the bridge?");
        await run.Discord.UntilAsync(request => request.IsMessage);
        var sent = await SentIdAsync(run, 1);
        // The next reply in the same conversation shows that the bot knows of the first.
        await run.Discord.SaysAsync("10", "<@1> thanks");
        await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
        await run.Discord.SaysAsync(
            "11",
            "why?",
            message =>
            {
                message["type"] = 19;
                message["mentions"]!.AsArray().Add(DiscordJson.User(ScriptedDiscord.Bot));
                message["message_reference"] = new JsonObject
                {
                    ["type"] = 0,
                    ["message_id"] = sent,
                    ["channel_id"] = ScriptedDiscord.Channel,
                    ["guild_id"] = ScriptedDiscord.Server,
                };
                message["referenced_message"] = DiscordJson.Message(sent, ScriptedDiscord.Bot, "", ScriptedDiscord.Channel);
            }
        );
        var second = await run.Discord.UntilAsync(request => request.IsMessage, times: 3);
        Assert.Contains("54 metres", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAskCommandIsAnswered()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.CommandAsync("10", "ask", ("question", Question, 3));
        var answer = await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Equal($"interactions/{id}/token-{id}/callback", answer.Path);
        Assert.Equal(4, answer.Body!["type"]!.GetValue<int>());
        Assert.Contains("12 May 1893", answer.Text, StringComparison.Ordinal);
        Assert.Equal("{\"parse\":[],\"replied_user\":false}", answer.Body["data"]!["allowed_mentions"]!.ToJsonString());
        Assert.Equal(0, answer.Body["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task AskedPrivatelyItIsAnsweredPrivately()
    {
        await using var run = await StartAsync();
        await run.Discord.CommandAsync("10", "ask", ("question", Question, 3), ("private", true, 5));
        var answer = await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Equal(64, answer.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task HelpIsPrivate()
    {
        await using var run = await StartAsync();
        await run.Discord.CommandAsync("10", "help");
        var answer = await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Contains("own words", answer.Text, StringComparison.Ordinal);
        Assert.Equal(64, answer.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task TheArticlesAreListedPrivately()
    {
        await using var run = await StartAsync();
        await run.Discord.CommandAsync("10", "sources");
        var answer = await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        Assert.Equal("Articles I answer from: 1.\n-# The bridge @\u200Beveryone \\(bridge.md\\), 1990-01-02", answer.Text);
        Assert.Equal(64, answer.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task SourcesAreSmallPrintWithALinkAndCallNobody()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Contains(
            "-# [1] [The bridge @\u200Beveryone › The bridge](<https://example.org/bridge>) \\(bridge.md, line 8, 1990-01-02\\)",
            reply.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AReplyFollowsItsQuestion()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.SaysAsync("10", $"<@1> {Question}");
        await run.Discord.UntilAsync(request => request.IsMessage);
        var edited = DiscordJson.Message(id, "10", "<@1> How high are the towers?", ScriptedDiscord.Channel);
        edited["guild_id"] = ScriptedDiscord.Server;
        edited["mentions"]!.AsArray().Add(DiscordJson.User(ScriptedDiscord.Bot));
        edited["edited_timestamp"] = "2026-01-01T00:00:00+00:00";
        await run.Discord.Gateway.DispatchAsync("MESSAGE_UPDATE", edited);
        var edit = await run.Discord.UntilAsync(request => request.Method == "PATCH");
        Assert.Contains("**54** metres", edit.Text, StringComparison.Ordinal);
        Assert.Equal("{\"parse\":[],\"replied_user\":false}", edit.Body!["allowed_mentions"]!.ToJsonString());
        await run.Discord.Gateway.DispatchAsync(
            "MESSAGE_DELETE_BULK",
            new JsonObject
            {
                ["ids"] = new JsonArray(id),
                ["channel_id"] = ScriptedDiscord.Channel,
                ["guild_id"] = ScriptedDiscord.Server,
            }
        );
        await run.Discord.UntilAsync(request => request.Method == "DELETE");
    }

    [Fact]
    public async Task WhoAskedMayTakeTheAnswerBackAndNobodyElse()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        var other = await run.Discord.PressAsync("11", reply);
        var told = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{other}/", StringComparison.Ordinal));
        Assert.Contains("Only the person who asked", told.Text, StringComparison.Ordinal);
        Assert.Equal(64, told.Body!["data"]!["flags"]!.GetValue<int>() & 64);
        Assert.DoesNotContain(run.Discord.Requests, request => request.Method == "DELETE");
        await run.Discord.PressAsync("10", reply);
        await run.Discord.UntilAsync(request =>
            request.Method == "DELETE" && request.Path == $"channels/200/messages/{run.Discord.IdOf(reply)}"
        );
    }

    [Fact]
    public async Task WhoMayManageMessagesMayTakeAnAnswerBack()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        await run.Discord.PressAsync("11", reply, role: ScriptedDiscord.Moderators);
        await run.Discord.UntilAsync(request =>
            request.Method == "DELETE" && request.Path == $"channels/200/messages/{run.Discord.IdOf(reply)}"
        );
    }

    [Fact]
    public async Task AnAnswerToACommandMayBeTakenBackToo()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.CommandAsync("10", "ask", ("question", Question, 3));
        var answer = await run.Discord.UntilAsync(request => request.Path.StartsWith("interactions/", StringComparison.Ordinal));
        await run.Discord.PressAsync("10", answer);
        await run.Discord.UntilAsync(request => request.Method == "DELETE");
    }

    [Fact]
    public async Task ThePassagesAreShownToWhoeverAsksForThem()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        var pressed = await run.Discord.PressAsync("11", reply, "passages");
        var shown = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{pressed}/", StringComparison.Ordinal));
        Assert.Equal(
            "**The bridge @\u200Beveryone › The bridge**\n**The bridge over the river Elbe was opened on 12 May 1893.**",
            shown.Text
        );
        Assert.Equal(64, shown.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task AMentionThatWasMissedIsAnsweredAfterARestart()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-discord-data");
        await using (var run = await StartAsync(("Data:Path", data.FullName)))
        {
            await run.Discord.SaysAsync("10", $"<@1> {Question}");
            await run.Discord.SaysAsync("10", Question, channel: null);
            await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
        }

        await using (
            var run = await DiscordRun.StartAsync(
                discord =>
                {
                    discord.Missed.Add(
                        DiscordJson.Message(discord.NewId(), "11", "<@1> How high are the towers?", ScriptedDiscord.Channel)
                    );
                    discord.Missed.Add(DiscordJson.Message(discord.NewId(), "10", "When was it opened?", "90010"));
                    discord.Missed.Add(DiscordJson.Message(discord.NewId(), "11", "Nothing for the bot.", ScriptedDiscord.Channel));
                },
                ("Data:Path", data.FullName)
            )
        )
        {
            var channel = await run.Discord.UntilAsync(request =>
                request.Path == $"channels/{ScriptedDiscord.Channel}/messages" && request.IsMessage
            );
            Assert.Contains("**54** metres", channel.Text, StringComparison.Ordinal);
            var direct = await run.Discord.UntilAsync(request => request.Path == "channels/90010/messages" && request.IsMessage);
            Assert.Contains("12 May 1893", direct.Text, StringComparison.Ordinal);
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public async Task AQuestionGoesToTheEditorsAndTheirReplyToWhoeverAsked()
    {
        const string Editors = "205";
        await using var run = await StartAsync(
            ("Answers:SureFrom", "1"),
            ("Answers:PerhapsFrom", "1"),
            ("Chat:EditorsChannel", Editors),
            ("Discord:MessageContent", "true")
        );
        await run.Discord.SaysAsync("10", "<@1> How many zebras live in the towers?");
        var refusal = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.StartsWith("I have passed the question", (await ShownAsync(run, "10", refusal, "editors")).Text, StringComparison.Ordinal);
        var post = await run.Discord.UntilAsync(request => request.Path == $"channels/{Editors}/messages" && request.IsMessage);
        Assert.Contains("How many zebras live in the towers?", post.Text, StringComparison.Ordinal);
        await run.Discord.SaysAsync(
            "12",
            "There are three zebras.",
            message =>
            {
                message["type"] = 19;
                message["message_reference"] = new JsonObject { ["message_id"] = run.Discord.IdOf(post), ["channel_id"] = Editors };
            },
            channel: Editors
        );
        var answer = await run.Discord.UntilAsync(request =>
            request.IsMessage && request.Text.StartsWith("**An editor answers:**", StringComparison.Ordinal)
        );
        Assert.Equal($"channels/{ScriptedDiscord.Channel}/messages", answer.Path);
        Assert.Contains("There are three zebras.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(run.Discord.IdOf(refusal), answer.Body!["message_reference"]!["message_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task AVoteAgainstAnAnswerIsTakenWithItsReason()
    {
        await using var run = await StartAsync();
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        var asked = await ShownAsync(run, "11", reply, "down");
        Assert.Equal("Thank you, noted. What is wrong with the answer?", asked.Text);
        Assert.Equal("Thank you, noted.", (await ShownAsync(run, "11", asked, "why:outdated")).Text);
        var opened = await run.Discord.PressAsync("11", asked, "comment");
        var form = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{opened}/", StringComparison.Ordinal));
        Assert.Equal(9, form.Body!["type"]!.GetValue<int>());
        var sent = await run.Discord.SubmitAsync("11", form, "It was opened in 1894.");
        var told = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{sent}/", StringComparison.Ordinal));
        Assert.Equal("Thank you, noted.", told.Text);
        Assert.Equal("Thank you, noted.", (await ShownAsync(run, "10", reply, "up")).Text);
    }

    /// <summary>What a person who presses a button is shown, alone.</summary>
    private static async Task<SentRequest> ShownAsync(DiscordRun run, string author, SentRequest sent, string button)
    {
        var pressed = await run.Discord.PressAsync(author, sent, button);
        var shown = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{pressed}/", StringComparison.Ordinal));
        Assert.Equal(64, shown.Body!["data"]!["flags"]!.GetValue<int>() & 64);
        return shown;
    }

    [Fact]
    public async Task OfARefusalWhatComesClosestIsShownToWhoeverAsksForIt()
    {
        // Of two sentences in all the one that comes closest is soon taken for what may answer.
        await using var run = await StartAsync(("Answers:SureFrom", "1"), ("Answers:PerhapsFrom", "1"));
        await run.Discord.SaysAsync("10", "<@1> How many zebras live in the towers?");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.DoesNotContain("54 metres", reply.Text, StringComparison.Ordinal);
        var pressed = await run.Discord.PressAsync("10", reply, "passages");
        var shown = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{pressed}/", StringComparison.Ordinal));
        Assert.Contains("**The towers of the bridge are 54 metres high.**", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerGoesIntoAThreadWhereThatIsSetAndTheBotReadsOn()
    {
        await using var run = await DiscordRun.StartAsync(
            null,
            ($"Chat:Channels:{ScriptedDiscord.Channel}:Answer", "Thread"),
            ("Discord:MessageContent", "true")
        );
        await run.ReadyAsync();
        var id = await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var thread = await run.Discord.UntilAsync(request => request.Path == $"channels/200/messages/{id}/threads");
        Assert.Equal(Question, thread.Body!["name"]!.GetValue<string>());
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Equal($"channels/{id}/messages", reply.Path);
        Assert.Null(reply.Body!["message_reference"]);
        await run.Discord.SaysAsync("11", "How high are the towers?", channel: id);
        var second = await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
        Assert.Equal($"channels/{id}/messages", second.Path);
        Assert.Contains("54", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandsAreRegisteredOnlyWhereTheyDiffer()
    {
        await using var run = await StartAsync();
        var put = await run.Discord.UntilAsync(request => request.Method == "PUT");
        Assert.Equal(
            ["ask", "help", "sources", "status", "settings", "Answer this"],
            put.Body!.AsArray().Select(command => command!["name"]!.GetValue<string>())
        );
        Assert.All(
            put.Body.AsArray(),
            command =>
                Assert.Equal(
                    $"{command!["name"]}" is "status" or "settings" ? "[0]" : "[0,1]",
                    command["integration_types"]!.ToJsonString()
                )
        );
        run.Discord.Gateway.Resumes = false;
        run.Discord.Gateway.Drop();
        await run.ReadyAsync(times: 2);
        await run.Discord.SaysAsync("10", "<@1> hello");
        await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Single(run.Discord.Requests, request => request.Method == "PUT");
    }

    private static async Task<DiscordRun> StartAsync(params (string Key, string Value)[] settings)
    {
        var run = await DiscordRun.StartAsync(null, settings);
        await run.ReadyAsync();
        return run;
    }

    private static async Task<string> SentIdAsync(DiscordRun run, int times)
    {
        var sent = await run.Discord.UntilAsync(request => request.IsMessage, times);
        return run.Discord.IdOf(sent);
    }
}
