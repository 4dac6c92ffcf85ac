using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefBot.Tests.Chat;

/// <summary>Messages that mean harm, over the shipped articles and some that mean harm too: each gets its reply in time.</summary>
public sealed class HostileQuestionsTests : IAsyncLifetime
{
    private const int Seed = 2;
    private const int Questions = 1_000;

    private readonly TemporaryFolder _knowledge = new();
    private readonly CollectingLogger<ChatResponder> _log = new();
    private readonly HostileText _hostile = new(
        Seed,
        [.. QuestionsFile.Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl")).Select(question => question.Question)]
    );

    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(Checkout.Path("knowledge"), "*.md"))
        {
            File.Copy(file, _knowledge[Path.GetFileName(file)]);
        }

        _knowledge.With(
            "hostile.txt",
            string.Join("\n\n", Enumerable.Range(0, 300).Select(_ => _hostile.Sentence().Replace("\0", "", StringComparison.Ordinal)))
        );
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSingleton<ILogger<ChatResponder>>(_log).AddSingleton<ReplyIdSource>(() => "id");
        services.Configure<ChatOptions>(options => options.AuthorPerMinute = Questions * 2);
        services.Configure<KnowledgeOptions>(options => options.Path = _knowledge.Path);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers().AddChat();
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task EachOfAThousandGetsItsReplyInTime()
    {
        for (var i = 0; i < Questions; i++)
        {
            var question = _hostile.Question();
            Assert.False((await AskAsync(question)).Answer() is Answer.Unavailable, question);
        }

        Assert.DoesNotContain(_log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("which free tool records long meetings without accounts, adverts or other limits")]
    [InlineData("Is it true that all those many people over there who came along last week again were older than us")]
    public async Task ALongRowOfWordsInAComparisonEnds(string question) =>
        Assert.False((await AskAsync(question)).Answer() is Answer.Unavailable);

    private Task<Reply> AskAsync(string question) =>
        _services
            .GetRequiredService<IChatResponder>()
            .RespondAsync(Some.Message(question, $"{question.Length % 7}"), TestContext.Current.CancellationToken);
}
