using System.Text.Json;
using BriefBot.Chat.Memory;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Chat;

public sealed class AnswersEndpointTests : IAsyncDisposable
{
    private readonly MemoryOptions _options = new();
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseAnswerStore _store;
    private readonly GapReports _reports;
    private readonly ServiceProvider _services;

    public AnswersEndpointTests()
    {
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_folder.Path),
            "1.2.3",
            _options,
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
        _reports = new GapReports(
            _store,
            LuceneAnalyzers.English,
            Microsoft.Extensions.Options.Options.Create(_options),
            TimeProvider.System
        );
        _services = new ServiceCollection().AddSingleton<IAnswerStore>(_store).AddSingleton(_reports).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _reports.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnAnswerIsGivenWithItsSourcesThenAndNow()
    {
        var answer = RecordedAnswer.Create(ScriptedAnswerer.Grounded("So it is, @everyone."));
        _store.Record(Asked("abc", "grounded", "Is it so, @everyone?") with { Recorded = answer });
        var (status, body) = await ReadAsync(AnswersEndpoint.Find("abc", new KnowledgeCatalog(), new DefaultHttpContext(), _services));
        Assert.Equal(200, status);
        var file = Assert.Single(body.GetProperty("files").EnumerateArray());
        Assert.Equal(("a.md", Some.Hash), (file.GetProperty("path").GetString(), file.GetProperty("hashThen").GetString()));
        Assert.Equal(JsonValueKind.Null, file.GetProperty("hashNow").ValueKind);
        Assert.Equal("1.2.3", body.GetProperty("version").GetString());
        Assert.DoesNotContain("@everyone", body.GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", body.GetProperty("answer").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a1", body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("")]
    [InlineData("a very long id that no answer can have, whatever it is")]
    public async Task AnUnknownAnswerIsNotFound(string id) =>
        Assert.Equal(404, (await ReadAsync(AnswersEndpoint.Find(id, new KnowledgeCatalog(), new DefaultHttpContext(), _services))).Status);

    [Fact]
    public async Task UnansweredQuestionsAreGroupedAndCallNobody()
    {
        _store.Record(Asked("1", "not_found", "Where is the zeppelin of @everyone?"));
        _store.Record(Asked("2", "perhaps", "The zeppelin, where is it?"));
        _store.Record(Asked("3", "grounded", "When was the bridge opened?"));
        var (status, body) = await ReadAsync(await AnswersEndpoint.GapsAsync("7", new DefaultHttpContext(), _services));
        Assert.Equal((200, 2), (status, body.GetProperty("questions").GetInt32()));
        Assert.Equal(2, Assert.Single(body.GetProperty("gaps").EnumerateArray()).GetProperty("count").GetInt32());
        Assert.DoesNotContain("@everyone", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAStoreThereIsNothingToFind()
    {
        await using var none = new ServiceCollection().BuildServiceProvider();
        Assert.Equal(404, (await ReadAsync(AnswersEndpoint.Find("abc", new KnowledgeCatalog(), new DefaultHttpContext(), none))).Status);
        Assert.Equal(404, (await ReadAsync(await AnswersEndpoint.GapsAsync("7", new DefaultHttpContext(), none))).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999")]
    public async Task AWrongNumberOfDaysIsRefused(string since) =>
        Assert.Equal(400, (await ReadAsync(await AnswersEndpoint.GapsAsync(since, new DefaultHttpContext(), _services))).Status);

    [Fact]
    public async Task WithoutQuestionsThereAreNoGapsToShow()
    {
        _options.Questions = false;
        Assert.Equal(404, (await ReadAsync(await AnswersEndpoint.GapsAsync(null, new DefaultHttpContext(), _services))).Status);
    }

    private static AskedQuestion Asked(string id, string outcome, string text) =>
        new(id, TimeProvider.System.GetUtcNow(), "web", "a1", text, outcome, null);

    private static async Task<(int Status, JsonElement Body)> ReadAsync(IResult result)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, JsonSerializer.Deserialize<JsonElement>(body.ToArray()));
    }
}
