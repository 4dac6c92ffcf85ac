using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BriefBot.Page.Tests;

/// <summary>What is seen while a language model works, and after it.</summary>
public sealed class ModelTests(Browser browser) : PageTest(browser)
{
    private const string Question = "When was the bridge over the Elbe opened?";

    private readonly TaskCompletionSource _may = new();

    [Fact]
    public async Task TheArticlesWordsAreThereAtOnceAndStayAClickAwayFromTheModels()
    {
        await using var model = await ModelAsync("On 12 May 1893 the bridge over the Elbe was opened. [1]");
        await OpenAsync();
        await Input.FillAsync(Question);
        await Input.PressAsync("Enter");
        await Expect(LastReply).ToContainTextAsync("was opened on 12 May 1893");
        await Expect(LastReply).ToContainTextAsync("A language model is working on a better answer");
        _may.SetResult();
        await Expect(LastReply).ToContainTextAsync("On 12 May 1893 the bridge over the Elbe was opened.");
        await Expect(LastReply).Not.ToContainTextAsync("A language model is working");
        await LastReply.Locator(".before summary").ClickAsync();
        await Expect(LastReply.Locator(".before")).ToContainTextAsync("The bridge over the river Elbe was opened on 12 May 1893.");
    }

    [Fact]
    public async Task ASourceThatIsReadStaysOpenWhenTheModelAnswers()
    {
        await using var model = await ModelAsync("On 12 May 1893 the bridge over the Elbe was opened. [1]");
        await OpenAsync();
        await Input.FillAsync(Question);
        await Input.PressAsync("Enter");
        await LastReply.Locator(".mark").First.ClickAsync();
        await Expect(Panel.Locator("mark")).ToBeVisibleAsync();
        _may.SetResult();
        await Expect(LastReply).ToContainTextAsync("On 12 May 1893 the bridge over the Elbe was opened.");
        await Expect(Panel.Locator("mark")).ToBeVisibleAsync();
        await Expect(Panel).ToBeFocusedAsync();
    }

    /// <summary>An OpenAI-compatible server on loopback that answers when it may.</summary>
    private async Task<WebApplication> ModelAsync(string text)
    {
        var server = WebApplication.CreateSlimBuilder().Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost(
            "/v1/chat/completions",
            async () =>
            {
                await _may.Task;
                var message = $$"""{"role":"assistant","content":"{{text}}"}""";
                return Results.Content(
                    $$"""{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}]}""",
                    "application/json"
                );
            }
        );
        await server.StartAsync(TestContext.Current.CancellationToken);
        Settings["Answers:Model:Endpoint"] = $"{server.Urls.First()}/v1";
        Settings["Answers:Model:Name"] = "scripted";
        return server;
    }
}
