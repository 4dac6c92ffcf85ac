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
    public async Task SentencesAreThereWhileTheRestIsWrittenAndWhatWasOpenedStaysSo()
    {
        var mayEnd = new TaskCompletionSource();
        await using var model = await ModelAsync(
            "On 12 May 1893 the bridge over the Elbe was opened. [1] The towers",
            (_may.Task, " of the bridge are 54 metres high. [1] The bridge"),
            (mayEnd.Task, " carries trams and bicycles. [1]")
        );
        await OpenAsync();
        await Input.FillAsync(Question);
        await Input.PressAsync("Enter");
        await Expect(LastReply).ToContainTextAsync("On 12 May 1893 the bridge over the Elbe was opened.");
        await Expect(LastReply).ToContainTextAsync("A language model is writing the rest");
        await LastReply.Locator(".before summary").ClickAsync();
        await LastReply.Locator(".source summary").First.ClickAsync();
        _may.SetResult();
        await Expect(LastReply).ToContainTextAsync("54 metres high");
        await Expect(LastReply).ToContainTextAsync("A language model is writing the rest");
        mayEnd.SetResult();
        await Expect(LastReply).ToContainTextAsync("The bridge carries trams and bicycles.");
        await Expect(LastReply).Not.ToContainTextAsync("is writing the rest");
        await Expect(LastReply.Locator(".before")).ToContainTextAsync("The bridge over the river Elbe was opened on 12 May 1893.");
        await Expect(LastReply.Locator(".source details").First).Not.ToHaveAttributeAsync("open", "");
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

    [Fact]
    public async Task WhatIsLeftWhileAModelWritesIsThereWholeAndWhatIsDeletedStaysSo()
    {
        await using var model = await ModelAsync(
            "On 12 May 1893 the bridge over the Elbe was opened. [1] The towers",
            (_may.Task, " of the bridge are 54 metres high. [1]")
        );
        await OpenAsync();
        await AskAsync();
        await Page.ReloadAsync();
        await Expect(LastReply).ToContainTextAsync("The bridge over the river Elbe was opened on 12 May 1893.");
        await Expect(LastReply).ToContainTextAsync("Quoted from the articles");
        await AskAsync();
        await Page.Locator("#fresh").ClickAsync();
        await Page.Locator("#told button").ClickAsync();
        _may.SetResult();
        await Expect(LastReply).ToContainTextAsync("54 metres high");
        await AskAsync();
        await Page.Locator("#talks summary").ClickAsync();
        await Page.GetByText("Delete all").ClickAsync();
        await Expect(Page.Locator(".reply")).ToHaveCountAsync(0);
        await Page.WaitForFunctionAsync("() => !localStorage.getItem('briefbot-conversations')");
        await Page.ReloadAsync();
        await Expect(Page.Locator(".reply")).ToHaveCountAsync(0);

        async Task AskAsync()
        {
            await Input.FillAsync(Question);
            await Input.PressAsync("Enter");
            await Expect(LastReply).ToContainTextAsync("On 12 May 1893 the bridge over the Elbe was opened.");
        }
    }

    [Fact]
    public async Task AVoteAndTheFocusStayWhenTheModelsAnswerComes()
    {
        await using var model = await ModelAsync("On 12 May 1893 the bridge over the Elbe was opened. [1]");
        await OpenAsync();
        await Input.FillAsync(Question);
        await Input.PressAsync("Enter");
        await LastReply.Locator(".vote").Nth(1).ClickAsync();
        await LastReply.Locator(".comment").PressSequentiallyAsync("This is ");
        _may.SetResult();
        await Expect(LastReply).ToContainTextAsync("On 12 May 1893 the bridge over the Elbe was opened.");
        await Page.Keyboard.TypeAsync("wrong");
        await Expect(LastReply.Locator(".comment")).ToHaveValueAsync("This is wrong");
        await Expect(LastReply.Locator(".vote").Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>An OpenAI-compatible server on loopback that streams a beginning at once, and each part after it when it may.</summary>
    private Task<WebApplication> ModelAsync(string beginning, params (Task May, string Text)[] parts) =>
        ServeAsync(
            async http =>
            {
                http.Response.ContentType = "text/event-stream";
                await WriteAsync(http, Chunk(beginning, "null"));
                foreach (var (may, text) in parts)
                {
                    await may;
                    await WriteAsync(http, Chunk(text, "null"));
                }

                await WriteAsync(http, Chunk("", "\"stop\""));
                await WriteAsync(http, "[DONE]");
            },
            ("Answers:Model:Verify", "false")
        );

    /// <summary>One that answers when it may.</summary>
    private Task<WebApplication> ModelAsync(string text) =>
        ServeAsync(async http =>
        {
            await _may.Task;
            var message = $$"""{"role":"assistant","content":"{{text}}"}""";
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(
                $$"""{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}]}"""
            );
        });

    private static string Chunk(string text, string reason) =>
        $$"""{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"{{text}}"},"finish_reason":{{reason}}}]}""";

    private static async Task WriteAsync(HttpContext http, string data)
    {
        await http.Response.WriteAsync($"data: {data}\n\n");
        await http.Response.Body.FlushAsync();
    }

    private async Task<WebApplication> ServeAsync(RequestDelegate answer, params (string, string)[] settings)
    {
        var server = WebApplication.CreateSlimBuilder().Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/v1/chat/completions", answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        Settings["Answers:Model:Endpoint"] = $"{server.Urls.First()}/v1";
        Settings["Answers:Model:Name"] = "scripted";
        foreach (var (key, value) in settings)
        {
            Settings[key] = value;
        }

        return server;
    }
}
