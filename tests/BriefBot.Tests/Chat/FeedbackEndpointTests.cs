using System.Text;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Chat;

public sealed class FeedbackEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseAnswerStore _store;

    public FeedbackEndpointTests()
    {
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_folder.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
        _store.Record(new AskedQuestion("abc", TimeProvider.System.GetUtcNow(), "web", "a1", "Where is it?", "grounded", null));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("{\"id\":\"abc\",\"vote\":\"down\",\"reason\":\"outdated\"}", 204)]
    [InlineData("{\"id\":\"abc\",\"vote\":\"up\"}", 204)]
    [InlineData("{\"id\":\"other\",\"vote\":\"up\"}", 404)]
    [InlineData("{\"id\":\"abc\",\"vote\":\"maybe\"}", 400)]
    [InlineData("{\"id\":\"abc\",\"vote\":\"up\",\"reason\":\"because\"}", 400)]
    [InlineData("{\"vote\":\"up\"}", 400)]
    [InlineData("[1,2]", 400)]
    [InlineData("no json", 400)]
    public async Task AVoteIsTakenOrRefusedWithTheReason(string body, int status) => Assert.Equal(status, await VoteAsync(body));

    [Fact]
    public async Task AVoteAgainstASureAnswerMakesItAGap()
    {
        await VoteAsync("{\"id\":\"abc\",\"vote\":\"down\"}");
        Assert.Equal("abc", Assert.Single(_store.FindUnanswered(DateTimeOffset.MinValue)).Id);
    }

    [Fact]
    public async Task WithoutAStoreVotesAreNotFound() => Assert.Equal(404, await VoteAsync("{}", new ServiceCollection()));

    private async Task<int> VoteAsync(string body, IServiceCollection? services = null)
    {
        services ??= new ServiceCollection().AddSingleton<IAnswerStore>(_store).AddSingleton(AuthorHash.Random());
        await using var provider = services.BuildServiceProvider();
        var http = new DefaultHttpContext
        {
            RequestServices = provider,
            Request = { ContentType = "application/json", Body = new MemoryStream(Encoding.UTF8.GetBytes(body)) },
        };
        return await FeedbackEndpoint.VoteAsync(http, provider) switch
        {
            NoContent => 204,
            ProblemHttpResult problem => problem.StatusCode,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }
}
