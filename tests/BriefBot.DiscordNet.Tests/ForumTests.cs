namespace BriefBot.DiscordNet.Tests;

/// <summary>Posts of a forum are answered from their title and text, once; comments are left to people.</summary>
public sealed class ForumTests
{
    [Fact]
    public async Task APostIsAnsweredFromItsTitleAndMayBeMarkedByWhoWroteIt()
    {
        await using var run = await StartAsync();
        var post = await run.Discord.PostsAsync("11", "How high are the towers of the bridge?", "I could not find it.");
        var reply = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Equal($"channels/{post}/messages", reply.Path);
        Assert.Contains("54", reply.Text, StringComparison.Ordinal);
        var other = await run.Discord.PressAsync("12", reply, "solved", channel: post);
        var refused = await run.Discord.UntilAsync(request => request.Path.StartsWith($"interactions/{other}/", StringComparison.Ordinal));
        Assert.StartsWith("Only whoever wrote the post", refused.Text, StringComparison.Ordinal);
        await run.Discord.PressAsync("11", reply, "solved", channel: post);
        await run.Discord.UntilAsync(request =>
            request.Method == "PUT" && request.Path.StartsWith($"channels/{post}/messages/{post}/reactions/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ACommentIsAnsweredOnlyWhereItNamesTheBot()
    {
        await using var run = await StartAsync();
        var post = await run.Discord.PostsAsync("11", "How high are the towers of the bridge?", "");
        await run.Discord.UntilAsync(request => request.IsMessage);
        await run.Discord.SaysAsync("12", "When was the bridge opened?", channel: post);
        await run.Discord.SaysAsync("12", "<@1> hello", channel: post);
        var second = await run.Discord.UntilAsync(request => request.IsMessage, times: 2);
        Assert.StartsWith("Hello!", second.Text, StringComparison.Ordinal);
    }

    private static async Task<DiscordRun> StartAsync()
    {
        var run = await DiscordRun.StartAsync(
            null,
            ($"Chat:Channels:{ScriptedDiscord.Forum}:Listen", "Everything"),
            ("Discord:MessageContent", "true"),
            ("Discord:Presence", "Ask me about the bridge")
        );
        await run.ReadyAsync();
        return run;
    }
}
