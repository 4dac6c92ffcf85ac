using BriefBot.Chat.Editors;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

/// <summary>What becomes of recorded answers when the folder changes.</summary>
public sealed class AnswerReviewTests : IDisposable
{
    private const string Bridge = "# The bridge\n\nThe bridge was opened on 3 May 1931.\n\n## Tolls\n\nThe toll for a car is 4 dollars.\n";
    private const string Ferry = "# The ferry\n\nThe ferry carries 200 passengers.\n";

    private static readonly string[] Asked = ["r1", "r2", "r3"];

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("bridge.md", Bridge).With("ferry.md", Ferry);
    private readonly DatabaseAnswerStore _store;

    public AnswerReviewTests() =>
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_data.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );

    public void Dispose()
    {
        _store.Dispose();
        _data.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("The toll for a car is 4 dollars.", "The toll for a car is 5 dollars.", new[] { "r2" })]
    [InlineData("## Tolls", "## Tolls until 2020", new[] { "r2" })]
    [InlineData("# The bridge", "A new line.\n\n# The bridge", new string[0])]
    [InlineData("4 dollars.", "4 dollars. A bicycle is free.", new string[0])]
    public async Task ExactlyTheAnswersThatRestOnAChangedPassageAreMarked(string before, string after, string[] marked)
    {
        await using var asked = await AskedAsync();
        _folder.With("bridge.md", Bridge.Replace(before, after, StringComparison.Ordinal));
        await ReviewAsync(asked);
        Assert.Equal(marked, Marked());
    }

    [Fact]
    public async Task AnAnswerWhoseArticleIsGoneIsMarkedAfterARestartToo()
    {
        await (await AskedAsync()).DisposeAsync();
        File.Delete(_folder["bridge.md"]);
        await using var asked = await ReadAsync();
        await asked.Review.ReviewAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["r1", "r2"], Marked());
    }

    [Fact]
    public async Task AQuestionIsUnansweredUntilAnArticleAnswersIt()
    {
        await using var asked = await ReadAsync();
        await asked.SayAsync("When does the lighthouse close?");
        await asked.SayAsync("Who built the tunnel?");
        _store.Vote("r1", "a1", new Vote(IsUp: false, VoteReason.Missing));
        await asked.Review.ReviewAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Unanswered().Length);
        _folder.With("lighthouse.md", "# The lighthouse\n\nThe lighthouse closes at 6 p.m. every day.\n");
        await ReviewAsync(asked);
        Assert.Equal(["Who built the tunnel?"], Unanswered());
    }

    [Fact]
    public async Task ManyChangesAtOnceAreReviewedTogether()
    {
        await using var asked = await AskedAsync();
        var time = new WatchedTime(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var worker = new AnswerReviewWorker(
            asked.Review,
            asked.Catalog,
            asked.Readiness,
            time,
            new CollectingLogger<AnswerReviewWorker>()
        );
        await worker.StartAsync(TestContext.Current.CancellationToken);
        _folder.With("bridge.md", Bridge.Replace("4 dollars", "5 dollars", StringComparison.Ordinal));
        asked.ReadAgain();
        foreach (var _ in Enumerable.Range(0, 40))
        {
            asked.Catalog.Replace(asked.Catalog.Documents);
        }

        await time.PassAsync(TimeSpan.FromSeconds(1));
        await time.PassAsync(TimeSpan.FromSeconds(1));
        // Whoever waits again has reviewed before.
        asked.Catalog.Replace(asked.Catalog.Documents);
        await time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["r2"], Marked());
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhoWishedItIsToldTheAnswerOnce()
    {
        var gateway = new ScriptedGateway(TimeProvider.System);
        await using var asked = await AskedFolder.ReadAsync(_folder.Path, store: _store, gateway: gateway);
        await asked.SayAsync("When does the lighthouse close?");
        await asked.Review.ReviewAsync(TestContext.Current.CancellationToken);
        var askers = new WaitingAskers(new CollectingLogger<WaitingAskers>(), _store);
        var place = ScriptedGateway.Message("m7", "ann", "");
        Assert.NotNull(askers.Press(Some.Pressed("tell:r1", "ann") with { Place = place }));
        Assert.Null(askers.Press(Some.Pressed("up:r1", "ann") with { Place = place }));
        _folder.With("lighthouse.md", "# The lighthouse\n\nThe lighthouse closes at 6 p.m. every day.\n");
        await ReviewAsync(asked);
        _folder.With("other.md", "# Another\n\nAnother article.\n");
        await ReviewAsync(asked);
        var told = gateway.Transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, told.Length);
        Assert.All(told, line => Assert.StartsWith("bot replies to m7", line, StringComparison.Ordinal));
        Assert.Contains("6 p.m", told[1], StringComparison.Ordinal);
    }

    private async Task<AskedFolder> AskedAsync()
    {
        var asked = await ReadAsync();
        await asked.SayAsync("When was the bridge opened?");
        await asked.SayAsync("What is the toll for a car?");
        await asked.SayAsync("How many passengers does the ferry carry?");
        await asked.Review.ReviewAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Marked());
        Assert.All(Asked, id => Assert.Equal("grounded", _store.Find(id)?.Outcome));
        return asked;
    }

    private Task<AskedFolder> ReadAsync() => AskedFolder.ReadAsync(_folder.Path, store: _store);

    private static Task ReviewAsync(AskedFolder asked)
    {
        asked.ReadAgain();
        return asked.Review.ReviewAsync(TestContext.Current.CancellationToken);
    }

    private string[] Marked() => [.. Asked.Where(id => _store.Find(id)?.ChangedAt is not null)];

    private string[] Unanswered() => [.. _store.FindUnanswered(DateTimeOffset.MinValue).Select(asked => asked.Text)];
}
