using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>Commands beside /ask: the menu of a message, suggestions while typing, the bot's status.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task AMessageOfSomebodyElseIsAnsweredFromItsMenu()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.MessageCommandAsync("10", "Answer this", "11", "<@1> How high are the towers of the bridge?");
        var answer = await AnswerAsync(run, id);
        Assert.Contains("**54** metres", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, answer.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Theory]
    [InlineData("tow", "Towers")]
    [InlineData("BRIDGE", "The bridge @everyone")]
    public async Task WhileAQuestionIsTypedTitlesAndHeadingsAreSuggested(string typed, string suggested)
    {
        await using var run = await StartAsync();
        var id = await run.Discord.TypeAsync("10", "ask", "question", typed);
        var choices = (await AnswerAsync(run, id)).Body!["data"]!["choices"]!.AsArray();
        Assert.Equal(suggested, choices[0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task NothingIsSuggestedWhereNothingFits()
    {
        await using var run = await StartAsync();
        var id = await run.Discord.TypeAsync("10", "ask", "question", "zeppelin");
        Assert.Empty((await AnswerAsync(run, id)).Body!["data"]!["choices"]!.AsArray());
    }

    [Fact]
    public async Task WhoManagesTheServerIsToldTheStatusAndNobodyElse()
    {
        await using var run = await StartAsync();
        var refused = await AnswerAsync(run, await run.Discord.CommandAsync("11", "status", isManager: false));
        Assert.DoesNotContain("discord", refused.Text, StringComparison.Ordinal);
        var shown = await AnswerAsync(run, await run.Discord.CommandAsync("11", "status", isManager: true));
        Assert.StartsWith("All is well.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("discord: connected", shown.Text, StringComparison.Ordinal);
        Assert.Equal(64, shown.Body!["data"]!["flags"]!.GetValue<int>() & 64);
    }

    [Fact]
    public async Task WhoManagesTheServerSetsWhereTheBotMayBeAskedAndHow()
    {
        await using var run = await StartAsync();
        var shown = await AnswerAsync(run, await run.Discord.PartAsync("11", "settings", "show"));
        Assert.Contains("in every channel", shown.Text, StringComparison.Ordinal);
        Assert.Equal(64, shown.Body!["data"]!["flags"]!.GetValue<int>() & 64);
        await AnswerAsync(
            run,
            await run.Discord.PartAsync("11", "settings", "channel", ("channel", ScriptedDiscord.Channel, 7), ("answer", "Thread", 3))
        );
        var allowed = await AnswerAsync(
            run,
            await run.Discord.PartAsync("11", "settings", "allow", ("channel", ScriptedDiscord.Channel, 7), ("person", "10", 6))
        );
        Assert.Contains(@"Where I may be asked: \#channel-200", allowed.Text, StringComparison.Ordinal);
        Assert.Contains("in a thread for each question", allowed.Text, StringComparison.Ordinal);
        var refused = await AnswerAsync(run, await run.Discord.CommandAsync("12", "ask", ("question", "How high are the towers?", 3)));
        Assert.DoesNotContain("54", refused.Text, StringComparison.Ordinal);
        var answered = await AnswerAsync(run, await run.Discord.CommandAsync("10", "ask", ("question", "How high are the towers?", 3)));
        Assert.Contains("54", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsAreNotForOthers()
    {
        await using var run = await StartAsync();
        var refused = await AnswerAsync(run, await run.Discord.CommandAsync("11", "settings", isManager: false));
        Assert.StartsWith("Only those who manage", refused.Text, StringComparison.Ordinal);
    }

    private static Task<SentRequest> AnswerAsync(DiscordRun run, string interaction) =>
        run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{interaction}/", StringComparison.Ordinal));

    private static async Task<DiscordRun> StartAsync()
    {
        var run = await DiscordRun.StartAsync();
        await run.ReadyAsync();
        return run;
    }
}
