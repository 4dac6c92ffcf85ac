using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeIndexerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryPassageStore _store = new();
    private readonly KnowledgeCatalog _catalog = new();
    private readonly KnowledgeReadiness _readiness = new();
    private readonly CollectingLogger<KnowledgeIndexer> _log = new();
    private readonly KnowledgeOptions _options = new();

    public KnowledgeIndexerTests() => _options.Path = _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ArticlesOfAllFoldersAreReadInTheOrderOfTheirPaths()
    {
        _folder.With("b.md", "Text b.").With("sub/a.txt", "Text a.").With(".hidden/c.md", "No.").With(".d.md", "No.").With("e.png", "No.");
        var report = await IndexAsync();
        Assert.Equal(["b.md", "sub/a.txt"], _catalog.Documents.Select(document => document.Path));
        Assert.Equal(2, report.Read);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task OnlyWhatChangedIsReadAgain()
    {
        _folder.With("a.md", "Text a.").With("b.md", "Text b.");
        await IndexAsync();
        _folder.With("b.md", "Other text.");
        var report = await IndexAsync();
        Assert.Equal((1, 1, 2), (report.Read, report.Unchanged, _store.Commits));
    }

    [Fact]
    public async Task AnUnchangedFolderCommitsNothing()
    {
        _folder.With("a.md", "Text a.");
        await IndexAsync();
        await IndexAsync();
        Assert.Equal(1, _store.Commits);
    }

    [Fact]
    public async Task RemovedFilesLeave()
    {
        _folder.With("a.md", "Text a.").With("b.md", "Text b.");
        await IndexAsync();
        File.Delete(_folder["a.md"]);
        var report = await IndexAsync();
        Assert.Equal(1, report.Removed);
        Assert.Equal(["b.md"], _store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task OneBadFileIsALineInTheReportAndTheOthersAreRead()
    {
        _folder.With("a.md", "Text a.").With("bad.md", [0xFF, 0xFE, 0x00]).With("empty.md", "");
        var report = await IndexAsync();
        Assert.Equal(["bad.md", "empty.md"], report.Problems.Select(problem => problem.Path));
        Assert.Equal([DocumentState.Indexed, DocumentState.Failed, DocumentState.Failed], _catalog.Documents.Select(document => document.State));
        Assert.Equal(2, _log.Lines.Count(line => line.Level == LogLevel.Warning));
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task AFileThatCanNoLongerBeReadKeepsItsPassages()
    {
        _folder.With("a.md", "Text a.");
        await IndexAsync();
        _folder.With("a.md", [0xFF]);
        await IndexAsync();
        var document = Assert.Single(_catalog.Documents);
        Assert.Equal((DocumentState.Stale, 1), (document.State, document.PassageCount));
        Assert.Contains("UTF-8", document.Problem, StringComparison.Ordinal);
        Assert.Single(_store.Articles);
    }

    [Fact]
    public async Task AWarningIsStillToldAfterARestart()
    {
        _folder.With("a.md", "---\ndate: soon\n---\nText.");
        await IndexAsync();
        await IndexAsync();
        Assert.Contains("no date", Assert.Single(_catalog.Documents).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsTooLargeNamesTheSetting()
    {
        _options.MaxFileBytes = 1_000;
        _folder.With("a.md", Some.Words(1_000));
        var report = await IndexAsync();
        Assert.Contains("Knowledge:MaxFileBytes", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatCannotBeOpenedIsALineInTheReport()
    {
        _folder.With("a.md", "Text a.");
        File.CreateSymbolicLink(_folder["dangling.md"], _folder["nowhere.md"]);
        var report = await IndexAsync();
        Assert.Equal("dangling.md", Assert.Single(report.Problems).Path);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task ALinkBackUpIsWalkedOnce()
    {
        _folder.With("sub/a.md", "Text a.");
        Directory.CreateSymbolicLink(_folder["sub/up"], _folder.Path);
        var report = await IndexAsync();
        Assert.Equal(1, report.Read);
    }

    [Fact]
    public async Task AMissingFolderNamesTheSettingAndLosesNothing()
    {
        _folder.With("a.md", "Text a.");
        await IndexAsync();
        _options.Path = _folder["elsewhere"];
        var report = await IndexAsync();
        Assert.Contains("Knowledge:Path", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(_folder["elsewhere"], StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Path, _readiness.Problem, StringComparison.Ordinal);
        Assert.Single(_store.Articles);
    }

    [Fact]
    public async Task AnEmptyFolderIsNotReadyAndSaysSo()
    {
        _folder.With("picture.png", "No.");
        await IndexAsync();
        Assert.False(_readiness.IsReady);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("Knowledge:Path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStoreThatFailsLeavesTheBotNotReady()
    {
        _folder.With("a.md", "Text a.");
        _store.Fails = new IOException("The disk is full.");
        await IndexAsync();
        Assert.False(_readiness.IsReady);
        Assert.Contains(_log.Lines, line => line.Text.Contains("The disk is full.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CancellationIsLetThrough()
    {
        _folder.With("a.md", "Text a.");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Indexer().IndexAsync(cancelled.Token));
    }

    private Task<IndexReport> IndexAsync() => Indexer().IndexAsync(TestContext.Current.CancellationToken);

    private KnowledgeIndexer Indexer() => new(
        [new MarkdownArticleReader(Some.Cutter()), new PlainTextArticleReader(Some.Cutter())],
        _store,
        _catalog,
        _readiness,
        Options.Create(_options),
        _log);
}
