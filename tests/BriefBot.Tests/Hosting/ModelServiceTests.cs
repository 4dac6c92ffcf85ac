using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The whole service with a model on loopback.</summary>
public sealed class ModelServiceTests : IDisposable
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Truth = "On 4 May 1931 the ferry to Solvik began.";

    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "ferry.md",
        "# The ferry\n\nThe ferry from Brennhavn to Solvik began on 4 May 1931. Dogs are allowed on deck."
    );

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task AProgramThatWaitsGetsTheModelsAnswerAndWhatBecameOfAsking()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1] It carries 900 dogs. [1]");
        await using var service = await StartAsync(model);
        var answer = await JsonAsync(await service.AskAsync(Question));
        Assert.Equal("model", answer.GetProperty("composer").GetString());
        Assert.Equal($"{Truth} [1]", answer.GetProperty("text").GetString());
        Assert.Equal("answered", answer.GetProperty("modelOutcome").GetString());
        Assert.Equal("answered", answer.GetProperty("verification").GetString());
        Assert.Equal(1, answer.GetProperty("dropped").GetProperty("number").GetInt32());
        Assert.Equal(12, answer.GetProperty("promptVersion").GetString()!.Length);
        var metrics = await service.Http.GetStringAsync("/metrics", Token);
        Assert.Matches("(?m)^briefbot_model_answers_total\\{[^}]*answered", metrics);
        Assert.Matches("(?m)^briefbot_model_dropped_total\\{[^}]*number", metrics);
        Assert.Matches("(?m)^briefbot_model_verifications_total\\{[^}]*answered", metrics);
        Assert.Matches("(?m)^briefbot_model_tokens_total\\{[^}]*prompt[^}]*write[^}]*\\} [1-9]", metrics);
        Assert.Matches("(?m)^briefbot_model_tokens_total\\{[^}]*reply[^}]*verify[^}]*\\} [1-9]", metrics);
        Assert.Matches("(?m)^briefbot_model_duration_seconds_count", metrics);
    }

    [Fact]
    public async Task WithoutAModelAnAnswerSaysNothingOfOne()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path);
        var answer = await JsonAsync(await service.AskAsync(Question));
        Assert.Equal("extractive", answer.GetProperty("composer").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("modelOutcome").ValueKind);
    }

    [Fact]
    public async Task EventsGiveTheAnswerWithoutAModelWhileTheModelHasNotAnswered()
    {
        var release = new TaskCompletionSource();
        await using var model = await ScriptedModel.StartAsync(
            async (_, http) =>
            {
                await release.Task;
                await ScriptedModel.SayAsync(http, $"{Truth} [1]");
            }
        );
        await using var service = await StartAsync(model);
        using var response = await EventsAsync(service, Question);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        var first = await NextAsync(reader);
        Assert.Equal(("answer", "extractive"), (first.Event, first.Data.GetProperty("composer").GetString()));
        release.SetResult();
        var second = await NextAsync(reader);
        Assert.Equal(("answer", "model"), (second.Event, second.Data.GetProperty("composer").GetString()));
        Assert.Equal(first.Data.GetProperty("id").GetString(), second.Data.GetProperty("id").GetString());
        var end = await NextAsync(reader);
        Assert.Equal(("end", "answered"), (end.Event, end.Data.GetProperty("modelOutcome").GetString()));
        Assert.Null(await reader.ReadLineAsync(Token));
    }

    [Fact]
    public async Task EventsGiveTheModelsFirstSentenceBeforeTheRest()
    {
        var release = new TaskCompletionSource();
        await using var model = await ScriptedModel.StartAsync(
            (asked, http) =>
                ScriptedModel.IsVerification(asked)
                    ? ScriptedModel.SayAsync(http, ScriptedModel.Verdicts("yes"))
                    : ScriptedModel.StreamAsync(http, $"{Truth} [1] Dogs", (release.Task, " are allowed on deck. [1]"))
        );
        await using var service = await StartAsync(model);
        using var response = await EventsAsync(service, Question);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("extractive", (await NextAsync(reader)).Data.GetProperty("composer").GetString());
        var begun = (await NextAsync(reader)).Data;
        Assert.Equal(("model", 1), (begun.GetProperty("composer").GetString(), begun.GetProperty("sentences").GetArrayLength()));
        Assert.True(begun.GetProperty("unfinished").GetBoolean());
        release.SetResult();
        var whole = (await NextAsync(reader)).Data;
        Assert.Equal((2, false), (whole.GetProperty("sentences").GetArrayLength(), whole.GetProperty("unfinished").GetBoolean()));
        Assert.Equal("end", (await NextAsync(reader)).Event);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("30", false)]
    public async Task WhereTheModelFailsTheEventsEndWithTheAnswerThatIsThere(string patience, bool isLookingFurther)
    {
        await using var model = await ScriptedModel.FailingAsync(429, retryAfter: 60);
        await using var service = await StartAsync(model, patience);
        using var response = await EventsAsync(service, "What is the population of Solvik?");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        var first = await NextAsync(reader);
        Assert.Equal(
            ("not_found", isLookingFurther),
            (first.Data.GetProperty("outcome").GetString(), first.Data.GetProperty("lookingFurther").GetBoolean())
        );
        var end = await NextAsync(reader);
        Assert.Equal(("end", "rate_limited"), (end.Event, end.Data.GetProperty("modelOutcome").GetString()));
    }

    [Fact]
    public async Task ThatTheModelFindsNoAnswerTakesThePlaceOfTheAnswerThatWasThere()
    {
        await using var model = await ScriptedModel.SayingAsync("NO ANSWER");
        await using var service = await StartAsync(model);
        using var response = await EventsAsync(service, Question);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("grounded", (await NextAsync(reader)).Data.GetProperty("outcome").GetString());
        var second = await NextAsync(reader);
        Assert.Equal(("answer", "not_found"), (second.Event, second.Data.GetProperty("outcome").GetString()));
        Assert.Equal("no_answer", (await NextAsync(reader)).Data.GetProperty("modelOutcome").GetString());
    }

    [Fact]
    public async Task TheSameMessageIdGetsTheSameModelsAnswerAndTheModelIsAskedOnce()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        await using var service = await StartAsync(model);
        async Task<string?> AskAsync() =>
            (await JsonAsync(await service.Http.PostAsJsonAsync("/api/ask", new { question = Question, messageId = "m" }, Token)))
                .GetProperty("id")
                .GetString();
        Assert.Equal(await AskAsync(), await AskAsync());
        Assert.Single(model.Asked, asked => !ScriptedModel.IsVerification(asked));
    }

    [Fact]
    public async Task WhatTheModelCitedIsWhatAFollowUpGoesOnFrom()
    {
        await using var model = await ScriptedModel.SayingAsync($"{Truth} [1]");
        await using var service = await StartAsync(model);
        await service.AskAsync(Question, "c");
        var more = await JsonAsync(await service.AskAsync("tell me more", "c"));
        Assert.DoesNotContain("4 May", more.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Single(model.Asked, asked => !ScriptedModel.IsVerification(asked));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<WebService> StartAsync(ScriptedModel model, string patience = "4") =>
        WebService.StartAsync(
            _knowledge.Path,
            ("Answers:Model:PatienceSeconds", patience),
            ("Answers:Model:Endpoint", model.Options.Endpoint),
            ("Answers:Model:Name", "scripted"),
            ("Answers:Model:Key", "a-key-that-is-secret")
        );

    private static async Task<HttpResponseMessage> EventsAsync(WebService service, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await service.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    private static async Task<(string Event, JsonElement Data)> NextAsync(StreamReader reader)
    {
        var name = await reader.ReadLineAsync(Token);
        var data = await reader.ReadLineAsync(Token);
        Assert.Equal("", await reader.ReadLineAsync(Token));
        return (name!["event: ".Length..], JsonSerializer.Deserialize<JsonElement>(data!["data: ".Length..]));
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(Token);
}
