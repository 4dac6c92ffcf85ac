using System.Text.Json.Nodes;

namespace BriefBot.SlackNet.Tests;

/// <summary>The ways of asking in Slack, and what comes back.</summary>
public sealed class AskingTests
{
    private const string Question = "When was the bridge over the Elbe opened?";
    private const string Mention = $"<@{ScriptedSlack.Bot}> {Question}";

    [Fact]
    public async Task AMentionIsAnsweredOnceInItsThread()
    {
        await using var run = await SlackRun.StartAsync();
        var time = await run.Slack.SaysAsync("U1", Mention);
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        Assert.Contains("opened on 12 May 1893", reply.Text, StringComparison.Ordinal);
        Assert.Equal((ScriptedSlack.Channel, time), ($"{reply.Body!["channel"]}", $"{reply.Body["thread_ts"]}"));
        Assert.Equal("https://example.org/bridge", Link(reply.Body["blocks"]!));
        await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> hello");
        await run.Slack.UntilAsync(request => request.IsMessage, times: 2);
        Assert.Equal(2, run.Slack.Sent().Count);
    }

    [Fact]
    public async Task AFollowUpInTheThreadGoesOnFromThere()
    {
        await using var run = await SlackRun.StartAsync();
        var time = await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> How high are the towers of the bridge?");
        await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> source?", thread: time);
        var reply = await run.Slack.UntilAsync(request => request.IsMessage, times: 2);
        Assert.Contains("bridge.md", reply.Text, StringComparison.Ordinal);
        Assert.Equal(time, $"{reply.Body!["thread_ts"]}");
    }

    [Fact]
    public async Task ADirectMessageIsAnsweredWithoutAMentionAndAThread()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.SaysAsync("U1", Question, channel: "D1");
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        Assert.Equal("D1", $"{reply.Body!["channel"]}");
        Assert.Null(reply.Body["thread_ts"]);
    }

    [Fact]
    public async Task WhatIsNotSaidToTheBotIsLeftAlone()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.SaysAsync("U1", Question);
        await run.Slack.SaysAsync("U1", $"<!channel> {Mention}");
        await run.Slack.SaysAsync("U1", $"<!subteam^S1> {Mention}");
        await run.Slack.SaysAsync("U2", Mention, with: message => message["bot_id"] = "B2");
        await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> has joined", with: message => message["subtype"] = "channel_join");
        await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> hello");
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        await run.StopAsync();
        Assert.StartsWith("Hello!", reply.Text, StringComparison.Ordinal);
        Assert.Single(run.Slack.Sent());
    }

    [Fact]
    public async Task AChannelMayBeReadWithoutMentions()
    {
        await using var run = await SlackRun.StartAsync(null, ($"Chat:Channels:{ScriptedSlack.Channel}:Listen", "Everything"));
        await run.Slack.SaysAsync("U1", Question);
        Assert.Contains("1893", (await run.Slack.UntilAsync(request => request.IsMessage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReplyFollowsTheEditAndTheDeletionOfItsQuestion()
    {
        await using var run = await SlackRun.StartAsync();
        var time = await run.Slack.SaysAsync("U1", Mention);
        await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.EditsAsync("U1", time, $"<@{ScriptedSlack.Bot}> How high are the towers?");
        var edit = await run.Slack.UntilAsync(request => request.Method == "chat.update");
        Assert.Contains("54 metres", edit.Text, StringComparison.Ordinal);
        await run.Slack.DeletesAsync(time);
        await run.Slack.UntilAsync(request => request.Method == "chat.delete");
        Assert.Empty(run.Slack.Sent());
    }

    [Fact]
    public async Task ACommandIsAnsweredPrivatelyAndMayBeShownToAll()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.CommandAsync("U1", Question);
        var answer = await run.Slack.UntilAsync(request => request.Method == "response");
        Assert.Equal("ephemeral", $"{answer.Body!["response_type"]}");
        Assert.Contains("12 May 1893", answer.Text, StringComparison.Ordinal);
        await run.Slack.PressAsync("U1", answer, "share");
        var shared = await run.Slack.UntilAsync(request => request.Method == "response", times: 2);
        Assert.Equal("in_channel", $"{shared.Body!["response_type"]}");
        Assert.StartsWith(Question, shared.Text, StringComparison.Ordinal);
        await run.Slack.PressAsync("U1", answer, "share");
        var again = await run.Slack.UntilAsync(request => request.Method == "response", times: 3);
        Assert.Equal("ephemeral", $"{again.Body!["response_type"]}");
        Assert.Empty(run.Slack.Sent());
    }

    [Fact]
    public async Task AMessageOfSomebodyElseIsAnsweredFromItsMenuOnceInItsThread()
    {
        await using var run = await SlackRun.StartAsync();
        var time = await run.Slack.AnswerThisAsync("U1", "U2", Question);
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        Assert.Equal(time, $"{reply.Body!["thread_ts"]}");
        Assert.Contains("1893", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheBotIsNoMemberTheAnswerFromAMenuComesAtItsOwnAddress()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.AnswerThisAsync("U1", "U2", Question, ScriptedSlack.ClosedChannel);
        var answer = await run.Slack.UntilAsync(request => request.Method == "response");
        Assert.Contains("1893", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAssistantSuggestsTitlesAndAnswersInItsThread()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.StartsAssistantAsync("U1", "D1", "1.000001");
        var prompts = await run.Slack.UntilAsync(request => request.Method == "assistant.threads.setSuggestedPrompts");
        Assert.Contains(prompts.Body!["prompts"]!.AsArray(), prompt => $"{prompt!["message"]}" == "Towers");
        await run.Slack.SaysAsync("U1", Question, "D1", "1.000001");
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        Assert.Equal("1.000001", $"{reply.Body!["thread_ts"]}");
    }

    [Fact]
    public async Task APressedButtonShowsPassagesInAWindowAndTakesVotes()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.SaysAsync("U1", Mention);
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.PressAsync("U2", reply, "passages");
        var window = await run.Slack.UntilAsync(request => request.Method == "views.open");
        Assert.Contains("The bridge over the river Elbe was opened on 12 May 1893.", window.Text, StringComparison.Ordinal);
        await run.Slack.PressAsync("U2", reply, "down");
        var why = await run.Slack.UntilAsync(request => request.Method == "chat.postEphemeral");
        Assert.Equal(("U2", $"{reply.Body!["thread_ts"]}"), ($"{why.Body!["user"]}", $"{why.Body["thread_ts"]}"));
        Assert.Equal(5, why.Body["blocks"]!.AsArray().Last()!["elements"]!.AsArray().Count);
        await run.Slack.PressAsync("U2", why, "comment");
        var form = await run.Slack.UntilAsync(request =>
            request.Method == "views.open" && request.Body!["view"]!["callback_id"] is not null
        );
        await run.Slack.SubmitAsync("U2", form, "It was opened in 1894.");
        var id = $"{form.Body!["view"]!["callback_id"]}".Split(':')[1];
        Assert.Equal("It was opened in 1894.", await run.RemarkAsync(id));
    }

    [Fact]
    public async Task WhoAskedMayDeleteTheAnswerAndNobodyElse()
    {
        await using var run = await SlackRun.StartAsync();
        await run.Slack.SaysAsync("U1", Mention);
        var reply = await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.PressAsync("U2", reply, "delete");
        var told = await run.Slack.UntilAsync(request => request.Method == "chat.postEphemeral");
        Assert.Contains("Only the person who asked", told.Text, StringComparison.Ordinal);
        await run.Slack.PressAsync("U1", reply, "delete");
        await run.Slack.UntilAsync(request => request.Method == "chat.delete");
        Assert.Empty(run.Slack.Sent());
    }

    [Fact]
    public async Task AnEditorsReplyInTheThreadOfAPassedQuestionReachesWhoeverAsked()
    {
        await using var run = await SlackRun.StartAsync(null, ("Chat:EditorsChannel", "C900"));
        await run.Slack.SaysAsync("U1", $"<@{ScriptedSlack.Bot}> Where is the zeppelin parked?");
        var refusal = await run.Slack.UntilAsync(request => request.IsMessage);
        await run.Slack.PressAsync("U1", refusal, "editors");
        var passed = await run.Slack.UntilAsync(request => request.IsMessage && $"{request.Body!["channel"]}" == "C900");
        Assert.Contains("Where is the zeppelin parked?", passed.Text, StringComparison.Ordinal);
        await run.Slack.UntilAsync(request => request.Method == "chat.postEphemeral");
        await run.Slack.SaysAsync("U9", "In hall 3.", "C900", passed.Time);
        var answer = await run.Slack.UntilAsync(request =>
            request.IsMessage && request.Text.Contains("In hall 3.", StringComparison.Ordinal)
        );
        Assert.Equal(ScriptedSlack.Channel, $"{answer.Body!["channel"]}");
    }

    [Fact]
    public async Task WhoAsksTooOftenIsToldSoAlone()
    {
        await using var run = await SlackRun.StartAsync(null, ("Chat:AuthorPerMinute", "1"));
        await run.Slack.SaysAsync("U1", Mention);
        await run.Slack.SaysAsync("U1", Mention);
        var told = await run.Slack.UntilAsync(request => request.Method == "chat.postEphemeral");
        Assert.Equal("U1", $"{told.Body!["user"]}");
    }

    private static string? Link(JsonNode? node) =>
        node switch
        {
            JsonObject { } span when $"{span["type"]}" == "link" => $"{span["url"]}",
            JsonObject { } part => Link(part["elements"]),
            JsonArray list => list.Select(Link).FirstOrDefault(link => link is not null),
            _ => null,
        };
}
