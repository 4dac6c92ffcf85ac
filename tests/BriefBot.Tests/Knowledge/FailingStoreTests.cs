namespace BriefBot.Tests.Knowledge;

/// <summary>What becomes of the folder when the store fails, and when there is nothing to store.</summary>
public sealed class FailingStoreTests : FolderIndexing
{
    [Fact]
    public async Task AStoreThatCannotBeWrittenIsNoAnswerAndDoesNotThrow()
    {
        Write("a.md");
        Store.ApplyFailure = new IOException("No space left on device");
        var report = await IndexAsync();
        Assert.False(Readiness.IsReady);
        Assert.Equal("No space left on device", Assert.Single(report.Problems).Message);
        Assert.Contains(Logger.Messages, message => message.StartsWith("Error: The knowledge folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhyAStoreCannotBeWrittenIsLoggedOnceWithoutAStackTrace()
    {
        Write("a.md");
        var indexer = Indexer();
        Store.ApplyFailure = new IOException("No space left on device.");
        indexer.Index(TestContext.Current.CancellationToken);
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Equal(
            [$"Error: The knowledge folder {Folder.Path} could not be indexed: No space left on device. BriefBot will retry automatically"],
            Logger.Messages.Where(message => message.StartsWith("Error", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task AStoreThatCannotBeReadIsNoAnswerAndDoesNotThrow()
    {
        Write("a.md");
        Store.ListFailure = new InvalidDataException("The index is damaged.");
        await IndexAsync();
        Assert.False(Readiness.IsReady);
    }

    [Fact]
    public async Task AStoreThatIsDamagedWhileTheFolderIsReadIsBegunAnew()
    {
        Write("a.md");
        await IndexAsync();
        Store.ListFailure = new InvalidDataException("The index is damaged.");
        Store.Break();
        Store.Broken = () => Store.ListFailure = null;
        var report = await IndexAsync();
        Assert.Equal(1, report.Read);
        Assert.Single(Store.Articles);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task AStoreThatIsDamagedLaterIsBegunAnewWithNobodysHelp()
    {
        Write("a.md");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        using var ended = new CancellationTokenSource();
        var told = new List<string?>();
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Store.Broken = () => told.Add(Readiness.Problem);
        Store.Applied = () => read.TrySetResult();
        var keeping = indexer.KeepAsync(ended.Token);
        Store.Break();
        await read.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("rebuilding it", Assert.Single(told), StringComparison.Ordinal);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
        Assert.Single(Store.Articles);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task AStoreThatMendsIsReadyAgain()
    {
        Write("a.md");
        Store.ApplyFailure = new IOException("No space left on device");
        await IndexAsync();
        Store.ApplyFailure = null;
        await IndexAsync();
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task NothingIsAppliedWhenNothingChanged()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        var report = await IndexAsync();
        Assert.Equal(1, Store.AppliedCount);
        Assert.Equal((0, 2, 0, 2), (report.Read, report.Unchanged, report.Removed, report.PassageCount));
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task CancellationPassesThroughAndAppliesNothing()
    {
        Write("a.md");
        Assert.ThrowsAny<OperationCanceledException>(() => Indexer().Index(new CancellationToken(canceled: true)));
        Assert.Equal(0, Store.AppliedCount);
    }
}
