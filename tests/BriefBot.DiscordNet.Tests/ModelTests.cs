using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.DiscordNet.Tests;

/// <summary>A model's answer in Discord: the message with the articles' own words is there first, and is edited.</summary>
public sealed class ModelTests
{
    private const string Question = "When was the bridge over the Elbe opened?";

    [Fact]
    public async Task TheAnswerWithoutAModelIsPostedBeforeTheModelAnswersAndThenEdited()
    {
        var posted = new TaskCompletionSource();
        await using var model = await ModelAsync(posted.Task, "On 12 May 1893 the bridge over the Elbe was opened. [1]");
        await using var run = await StartAsync(model);
        await run.Discord.SaysAsync("10", $"<@1> {Question}");
        var first = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Contains("was opened on **12 May 1893**", first.Text, StringComparison.Ordinal);
        posted.SetResult();
        var edited = await run.Discord.UntilAsync(request => request.Method == "PATCH");
        Assert.Contains("On 12 May 1893 the bridge over the Elbe was opened", edited.Text, StringComparison.Ordinal);
        Assert.Equal("{\"parse\":[],\"replied_user\":false}", edited.Body!["allowed_mentions"]!.ToJsonString());
        Assert.Single(run.Discord.Requests, request => request.IsMessage);
    }

    [Fact]
    public async Task ARefusalIsSaidWhenTheModelHasLookedFurtherInVain()
    {
        var posted = new TaskCompletionSource();
        await using var model = await ModelAsync(posted.Task, "NO ANSWER");
        await using var run = await StartAsync(model);
        await run.Discord.SaysAsync("10", "<@1> What is the population of Elbe?");
        var first = await run.Discord.UntilAsync(request => request.IsMessage);
        Assert.Contains("Asking the language model", first.Text, StringComparison.Ordinal);
        posted.SetResult();
        var edited = await run.Discord.UntilAsync(request => request.Method == "PATCH");
        Assert.Contains("The articles don’t", edited.Text, StringComparison.Ordinal);
    }

    private static async Task<DiscordRun> StartAsync(WebApplication model)
    {
        var run = await DiscordRun.StartAsync(
            null,
            ("Answers:Model:Endpoint", $"{model.Urls.Single()}/v1"),
            ("Answers:Model:Name", "scripted")
        );
        await run.ReadyAsync();
        return run;
    }

    /// <summary>An OpenAI-compatible server on loopback that answers when it may.</summary>
    private static async Task<WebApplication> ModelAsync(Task may, string text)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        server.MapPost(
            "/v1/chat/completions",
            async http =>
            {
                await may;
                http.Response.ContentType = "application/json";
                var message = $$"""{"role":"assistant","content":"{{text}}"}""";
                await http.Response.WriteAsync(
                    $$"""{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}]}"""
                );
            }
        );
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
