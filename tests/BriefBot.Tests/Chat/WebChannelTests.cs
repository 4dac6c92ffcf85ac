using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

public sealed class WebChannelTests : IAsyncLifetime
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder()
        .With(
            "bridge.md",
            "---\ndate: 1990-01-02\n---\n# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n\n## Towers\n\nThe towers of "
                + "the bridge are 54 metres high.\n"
        )
        .With("bad.md", [0xFF])
        .With("picture.png", "x");

    private WebService _service = null!;

    public async ValueTask InitializeAsync() => _service = await WebService.StartAsync(_knowledge.Path, ("Http:PerMinute", "1000000"));

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task AQuestionIsAnsweredWithACitationThatStandsInTheFile()
    {
        var answer = await AnswerAsync("When was the bridge over the Elbe opened?");
        Assert.Equal("grounded", answer.GetProperty("outcome").GetString());
        Assert.Equal("extractive", answer.GetProperty("composer").GetString());
        var citation = answer.GetProperty("citations")[0];
        var line = File.ReadAllLines(_knowledge[citation.GetProperty("path").GetString()!])[
            citation.GetProperty("firstLine").GetInt32() - 1
        ];
        Assert.Contains(citation.GetProperty("quote").GetString()!, line, StringComparison.Ordinal);
        Assert.Equal("1990-01-02", citation.GetProperty("date").GetString());
        Assert.EndsWith("[1]", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheFolderDoesNotSayIsNotFound()
    {
        var answer = await AnswerAsync("Who won the football championship in Brazil?");
        Assert.Equal("not_found", answer.GetProperty("outcome").GetString());
        Assert.NotEmpty(answer.GetProperty("reason").GetString()!);
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task TheArticlesAreListedForWhoeverAsksForThem() =>
        Assert.Equal(
            "Articles I answer from: 1.\nbad.md (bad.md), not read\nThe bridge (bridge.md), 1990-01-02",
            (await AnswerAsync("/sources")).GetProperty("text").GetString()
        );

    [Fact]
    public async Task AGreetingIsGreeted() => Assert.Equal("small_talk", (await AnswerAsync("hello")).GetProperty("outcome").GetString());

    [Fact]
    public async Task AFollowUpCitesNothingOfAnArticleThatWasDeleted()
    {
        _knowledge.With("tunnel.md", "# The tunnel\n\nThe tunnel below the river Elbe was opened on 7 September 1911.\n");
        await UntilListedAsync("tunnel.md", isListed: true);
        var before = await AnswerAsync("When was the tunnel below the Elbe opened?", "mine");
        File.Delete(_knowledge["tunnel.md"]);
        await UntilListedAsync("tunnel.md", isListed: false);
        var after = await AnswerAsync("And when was it opened?", "mine");
        Assert.Equal(["tunnel.md"], Paths(before));
        Assert.DoesNotContain("tunnel.md", Paths(after));
        Assert.DoesNotContain("1911", after.GetRawText(), StringComparison.Ordinal);

        static IEnumerable<string?> Paths(JsonElement answer) =>
            answer.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("path").GetString());
    }

    [Fact]
    public async Task AFollowUpLeansOnTheSameConversationOnly()
    {
        await AnswerAsync("How high are the towers of the bridge?", "mine");
        Assert.Equal("grounded", (await AnswerAsync("why?", "mine")).GetProperty("outcome").GetString());
        Assert.Equal("not_found", (await AnswerAsync("why?", "another")).GetProperty("outcome").GetString());
        Assert.Equal("not_found", (await AnswerAsync("why?")).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task TheSameMessageGetsTheSameAnswer()
    {
        var bodies = new List<string>();
        foreach (
            var (question, conversation, id) in new[]
            {
                ("When was the bridge opened?", "c", "1"),
                ("When was the bridge opened?", "c", "1"),
                ("How high are the towers?", "c", "2"),
                ("When was the bridge opened?", "d", "1"),
            }
        )
        {
            var response = await PostAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        question,
                        conversation,
                        messageId = id,
                    }
                ),
                "application/json"
            );
            bodies.Add(await response.Content.ReadAsStringAsync(Token));
        }

        Assert.Equal(bodies[0], bodies[1]);
        Assert.Equal(3, bodies.Distinct().Count());
    }

    [Fact]
    public async Task TheDocumentsAreListedWithTheirState()
    {
        var documents = await _service.Http.GetFromJsonAsync<JsonElement>("/api/documents", Token);
        Assert.Equal(
            ["bad.md failed", "bridge.md indexed", "picture.png skipped"],
            documents.EnumerateArray().Select(document => $"{document.GetProperty("path")} {document.GetProperty("state")}")
        );
        Assert.Contains("UTF-8", documents[0].GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, documents[1].GetProperty("passages").GetInt32());
    }

    [Theory]
    [InlineData("nope", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("[1]", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("{}", HttpStatusCode.BadRequest, "question")]
    [InlineData("null", HttpStatusCode.BadRequest, "question")]
    [InlineData("{\"question\":5}", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("{\"question\":\"\"}", HttpStatusCode.BadRequest, "see a question there")]
    [InlineData("{\"question\":\"?!\"}", HttpStatusCode.BadRequest, "see a question there")]
    public async Task WhatIsNoQuestionIsAProblem(string body, HttpStatusCode status, string told)
    {
        var response = await PostAsync(body, "application/json");
        await AssertProblemAsync(response, status, told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task AQuestionAsCurlSendsItByItselfIsTaken(string? mediaType)
    {
        using var body = new StringContent("{\"question\":\"thanks\"}", Encoding.UTF8);
        body.Headers.ContentType = mediaType is null ? null : new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType);
        Assert.Equal(HttpStatusCode.OK, (await _service.Http.PostAsync("/api/ask", body, Token)).StatusCode);
    }

    [Fact]
    public async Task AFormIsNoJsonAndIsToldSo() =>
        await AssertProblemAsync(await PostAsync("question=Who", "application/x-www-form-urlencoded"), HttpStatusCode.BadRequest, "JSON");

    [Fact]
    public async Task AnotherMediaTypeIsRefused() =>
        await AssertProblemAsync(
            await PostAsync("{\"question\":\"Who?\"}", "text/plain"),
            HttpStatusCode.UnsupportedMediaType,
            "application/json"
        );

    [Fact]
    public async Task AQuestionThatIsTooLongNamesTheLimit() =>
        await AssertProblemAsync(await _service.AskAsync(new string('a', 2_001)), HttpStatusCode.RequestEntityTooLarge, "2000");

    [Fact]
    public async Task ABodyThatIsTooLargeIsRefused() =>
        await AssertProblemAsync(await _service.AskAsync(new string('a', 1_000_000)), HttpStatusCode.RequestEntityTooLarge, "bytes");

    [Fact]
    public async Task WhileThereIsNothingToAnswerFromItSaysSo()
    {
        await using var service = await WebService.StartAsync(_knowledge["missing"]);
        var response = await service.AskAsync("When was the bridge opened?");
        Assert.NotNull(response.Headers.RetryAfter);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "I have no articles folder to answer from.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Http.GetAsync("/health/ready", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/health/live", Token)).StatusCode);
    }

    [Fact]
    public async Task OnceItHasItIsReady() =>
        Assert.Equal(HttpStatusCode.OK, (await _service.Http.GetAsync("/health/ready", Token)).StatusCode);

    [Fact]
    public async Task WhoAsksTooFastIsToldToWait()
    {
        await using var slow = await WebService.StartAsync(_knowledge.Path, ("Chat:AuthorPerMinute", "2"));
        await slow.AskAsync("hello");
        await slow.AskAsync("hello");
        var response = await slow.AskAsync("hello");
        Assert.NotNull(response.Headers.RetryAfter);
        await AssertProblemAsync(response, HttpStatusCode.TooManyRequests, "wait");
    }

    [Fact]
    public async Task AnotherSitesNameForThisMachineIsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.Http.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task WhatAnArticleHoldsIsActedOnByNoChatThatItIsPassedOnTo()
    {
        using var knowledge = new TemporaryFolder().With(
            "evil.md",
            "---\ntitle: \"@everyone \\e <@1>\"\nsummary: \"@here\"\n---\n# Bridge @everyone\n\n## <@123>\n\nThe bridge of @everyone and <@123> "
                + "\u202Ewas opened on 12 May 1893.\n"
        );
        await using var service = await WebService.StartAsync(knowledge.Path);
        foreach (var question in new[] { "When was the bridge opened?", "How high is the bridge of zebras?" })
        {
            var body = JsonNode.Parse(await (await service.AskAsync(question)).Content.ReadAsStringAsync(Token))!;
            foreach (var citation in body["citations"]!.AsArray())
            {
                Assert.Contains("@everyone and <@123>", citation!["quote"]!.GetValue<string>(), StringComparison.Ordinal);
                citation.AsObject().Remove("quote");
            }

            AssertPlain(body);
        }

        AssertPlain(JsonNode.Parse(await service.Http.GetStringAsync("/api/documents", Token))!);
    }

    [Fact]
    public async Task APathThatIsNotThereIsAProblemToo() =>
        await AssertProblemAsync(await _service.Http.GetAsync("/nowhere", Token), HttpStatusCode.NotFound, "Not Found");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void AssertPlain(JsonNode body)
    {
        foreach (var text in Texts(body))
        {
            Assert.DoesNotMatch("@everyone|@here|<@|[\\u001B\\u202E]", text);
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject properties => properties.SelectMany(property => Texts(property.Value)),
            JsonArray items => items.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string told)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string body, string mediaType) =>
        _service.Http.PostAsync("/api/ask", new StringContent(body, Encoding.UTF8, mediaType), Token);

    private async Task UntilListedAsync(string path, bool isListed)
    {
        while (
            JsonDocument
                .Parse(await _service.Http.GetStringAsync("/api/documents", Token))
                .RootElement.EnumerateArray()
                .Any(document => document.GetProperty("path").GetString() == path) != isListed
        )
        {
            await Task.Yield();
        }
    }

    private async Task<JsonElement> AnswerAsync(string question, string? conversation = null)
    {
        var response = await _service.AskAsync(question, conversation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
