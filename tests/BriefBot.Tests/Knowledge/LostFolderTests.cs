using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>What is gone or full for a while costs nothing that was read.</summary>
public sealed class LostFolderTests : LiveFolder
{
    [Fact]
    public async Task AFolderThatIsGoneIsNoDeletion()
    {
        Write("in/a.md");
        var options = new KnowledgeOptions { Path = Path.Combine(Folder.Path, "in") };
        var indexer = Indexer(options);
        indexer.Index(TestContext.Current.CancellationToken);
        Directory.Move(options.Path, options.Path + ".away");
        indexer.Index(TestContext.Current.CancellationToken);
        AssertKept();
        Directory.Move(options.Path + ".away", options.Path);
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Null(Readiness.Degraded);
        Assert.Equal([("a.md", DocumentState.Indexed, 1)], Documents());
        Assert.Single(Logger.Lines, line => line.Text.Contains("can't be brought up to date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFullDiskLeavesWhatWasRead()
    {
        Write("a.md", "changed.md", "deleted.md");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        File.Delete(Folder["deleted.md"]);
        Folder.With("changed.md", "Other text.");
        Write("new.md");
        Store.ApplyFailure = new IOException("No space left on device");
        var report = indexer.Index(TestContext.Current.CancellationToken);
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.True(Readiness.IsReady);
        Assert.NotNull(Readiness.Degraded);
        Assert.Equal(
            [
                ("a.md", DocumentState.Indexed, 1),
                ("changed.md", DocumentState.Stale, 1),
                ("deleted.md", DocumentState.Stale, 1),
                ("new.md", DocumentState.Failed, 0),
            ],
            Documents()
        );
        Assert.Equal((0, 1, 0), (report.Read, report.Unchanged, report.Removed));
        Assert.Contains(
            "the index can't be written (No space left on device)",
            Assert.Single(report.Problems).Message,
            StringComparison.Ordinal
        );
        Assert.Single(Logger.Lines, line => line.Text.Contains("No space left on device", StringComparison.Ordinal));
        Store.ApplyFailure = null;
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Null(Readiness.Degraded);
        Assert.Equal(["a.md", "changed.md", "new.md"], Store.Articles.Select(article => article.Path).Order());
        Assert.All(Catalog.Documents, document => Assert.Equal(DocumentState.Indexed, document.State));
    }

    [Fact]
    public async Task TheLastArticleMayBeDeleted()
    {
        Write("a.md");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(Folder.Path, "a.md"));
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Empty(Store.Articles);
        Assert.False(Readiness.IsReady);
    }

    private void AssertKept()
    {
        Assert.True(Readiness.IsReady);
        Assert.NotNull(Readiness.Degraded);
        Assert.Equal([("a.md", DocumentState.Stale, 1)], Documents());
        Assert.Single(Store.Articles);
    }
}
