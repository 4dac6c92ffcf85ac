using System.Security.Cryptography;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeIndexerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryPassageStore _store = new();
    private readonly KnowledgeCatalog _catalog = new();
    private readonly KnowledgeReadiness _readiness = new();
    private readonly CollectingLogger<KnowledgeIndexer> _logger = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FilesAreReadInFoldersWithinByTheirEndings()
    {
        Write("b.md", "a/deep/c.MD", "a.txt", "a/B.markdown", "picture.png", "noending", ".hidden.md", ".git/x.md", "a/.obsidian/y.md");
        var report = await IndexAsync();
        Assert.Equal(["a.txt", "a/B.markdown", "a/deep/c.MD", "b.md"], _store.Articles.Select(article => article.Path));
        Assert.Equal((4, 0, 0, 0, 4), (report.Read, report.Unchanged, report.Removed, report.Failed, report.PassageCount));
        Assert.Empty(report.Problems);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task NamesThatDifferOnlyInCaseAreTwoArticles()
    {
        Write("Bridge.md", "bridge.md");
        Assert.SkipUnless(Directory.GetFiles(_folder.Path).Length == 2, "This file system folds case.");
        await IndexAsync();
        Assert.Equal(["Bridge.md", "bridge.md"], _store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task TheHashIsThatOfTheFile()
    {
        Write("bridge.md");
        await IndexAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["bridge.md"])));
        Assert.Equal(hash, Assert.Single(_store.Articles).Hash);
        Assert.Equal(hash, Assert.Single(_catalog.Documents).Hash);
    }

    [Fact]
    public async Task NothingIsAppliedWhenNothingChanged()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        var report = await IndexAsync();
        Assert.Equal(1, _store.AppliedCount);
        Assert.Equal((0, 2, 0, 2), (report.Read, report.Unchanged, report.Removed, report.PassageCount));
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task OnlyWhatChangedIsReadAgainAndAllIsAppliedAtOnce()
    {
        Write("a.md", "b.md", "c.md");
        await IndexAsync();
        _folder.With("b.md", "Another text.");
        File.Delete(_folder["c.md"]);
        Write("d.md");
        var report = await IndexAsync();
        Assert.Equal((2, 1, 1), (report.Read, report.Unchanged, report.Removed));
        Assert.Equal(["a.md", "b.md", "d.md"], _store.Articles.Select(article => article.Path));
        Assert.Equal("Another text.", _store.Articles.ElementAt(1).Passages[0].Blocks[0].Text);
        Assert.Equal(2, _store.AppliedCount);
    }

    [Fact]
    public async Task AFileThatFailsStopsNoOther()
    {
        _folder.With("a.md", [0xFF, 0x41]);
        Write("b.md");
        var report = await IndexAsync();
        Assert.Equal((1, 1), (report.Read, report.Failed));
        Assert.Equal([new Problem("a.md", 1, "is not UTF-8. Save it as UTF-8.")], report.Problems);
        Assert.Contains("Warning: a.md:1: is not UTF-8. Save it as UTF-8.", _logger.Messages);
        Assert.Equal([("a.md", DocumentState.Failed, 0), ("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal("Line 1: is not UTF-8. Save it as UTF-8.", _catalog.Documents[0].Problem);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task AFileThatFailsNowIsKeptFromBeforeAndStale()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        var before = _catalog.Documents[0].Hash;
        _folder.With("a.md", " ");
        var report = await IndexAsync();
        Assert.Equal((0, 1, 1, 0), (report.Read, report.Failed, report.Unchanged, report.Removed));
        Assert.Equal([("a.md", DocumentState.Stale, 1), ("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal((before, "is empty. Write something into it, or remove it."), (_catalog.Documents[0].Hash, _catalog.Documents[0].Problem));
        Assert.Equal(2, _store.Articles.Count);
    }

    [Fact]
    public async Task AStaleFileThatIsAsItWasIsStaleNoMore()
    {
        Write("a.md");
        var good = File.ReadAllBytes(_folder["a.md"]);
        await IndexAsync();
        _folder.With("a.md", " ");
        await IndexAsync();
        _folder.With("a.md", good);
        await IndexAsync();
        Assert.Equal([("a.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal(1, _store.AppliedCount);
    }

    [Fact]
    public async Task AStaleFileThatIsGoneLeaves()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        _folder.With("a.md", " ");
        await IndexAsync();
        File.Delete(_folder["a.md"]);
        await IndexAsync();
        Assert.Equal([("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Single(_store.Articles);
    }

    [Fact]
    public async Task AFileThatIsTooLargeFailsWithTheNameOfTheSetting()
    {
        _folder.With("a.md", new string('x', 1_001));
        _folder.With("b.md", new string('x', 1_000));
        var report = await IndexAsync(new KnowledgeOptions { Path = _folder.Path, MaxFileBytes = 1_000 });
        var problem = Assert.Single(report.Problems);
        Assert.Equal("a.md: has 1001 bytes, more than Knowledge:MaxFileBytes allows (1000). Split the file or raise the setting.", problem.ToString());
        Assert.Single(_store.Articles);
    }

    [Fact]
    public async Task ALinkThatLeadsNowhereFails()
    {
        Write("b.md");
        File.CreateSymbolicLink(_folder["a.md"], _folder["nowhere.md"]);
        File.CreateSymbolicLink(_folder["c.md"], _folder["c.md"]);
        Directory.CreateSymbolicLink(_folder["d"], _folder["nowhere"]);
        var report = await IndexAsync();
        Assert.Equal(["a.md", "c.md"], report.Problems.Select(problem => problem.Path));
        Assert.Equal("is a link that leads nowhere, or was removed just now. Mend the link or remove it.", report.Problems[0].Message);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task AFileThatMayNotBeReadFailsAndIsKeptFromBefore()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root reads every file.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("a.md", "b.md", "c/d.md");
        await IndexAsync();
        File.SetUnixFileMode(_folder["a.md"], UnixFileMode.None);
        File.SetUnixFileMode(_folder["c"], UnixFileMode.None);
        var report = await IndexAsync();
        File.SetUnixFileMode(_folder["c"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(["a.md", "c/"], report.Problems.Select(problem => problem.Path));
        Assert.All(report.Problems, problem => Assert.EndsWith("Let the user the service runs as read it.", problem.Message, StringComparison.Ordinal));
        Assert.Equal([("a.md", DocumentState.Stale, 1), ("b.md", DocumentState.Indexed, 1), ("c/d.md", DocumentState.Stale, 1)], Documents());
        Assert.Equal(3, _store.Articles.Count);
    }

    [Fact]
    public async Task LinksThatLeadInACircleAreWalkedOnce()
    {
        Write("a/b/x.md", "z.md");
        Directory.CreateSymbolicLink(_folder["a/b/up"], "../..");
        Directory.CreateSymbolicLink(_folder["a/self"], ".");
        Directory.CreateSymbolicLink(_folder["again"], _folder["a"]);
        await IndexAsync();
        Assert.Equal(["a/b/x.md", "z.md"], _store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task ALinkToAFolderElsewhereIsFollowed()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.With("deep/x.md", "Text.");
        Directory.CreateSymbolicLink(elsewhere["deep/back"], _folder.Path);
        Directory.CreateSymbolicLink(_folder["linked"], elsewhere.Path);
        Write("z.md");
        await IndexAsync();
        Assert.Equal(["linked/deep/x.md", "z.md"], _store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task AFolderOfItsOwnIsReadUnderItsOwnPathThoughALinkLeadsToIt()
    {
        Write("m/x.md");
        Directory.CreateSymbolicLink(_folder["a"], _folder["m"]);
        await IndexAsync();
        Assert.Equal(["m/x.md"], _store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task AFolderThatIsSwappedByAHiddenLinkIsReadThroughTheLinksToItsFiles()
    {
        Write("..2025_09/x.md");
        Directory.CreateSymbolicLink(_folder["..data"], "..2025_09");
        File.CreateSymbolicLink(_folder["x.md"], "..data/x.md");
        await IndexAsync();
        Assert.Equal([("x.md", DocumentState.Indexed, 1)], Documents());
    }

    [Fact]
    public async Task AMissingFolderIsNoAnswerAndTheStoreKeepsWhatItHolds()
    {
        Write("a.md");
        await IndexAsync();
        var missing = _folder["missing"];
        var report = await IndexAsync(new KnowledgeOptions { Path = missing });
        Assert.Single(_store.Articles);
        Assert.False(_readiness.IsReady);
        Assert.DoesNotContain(_folder.Path, _readiness.Problem, StringComparison.Ordinal);
        Assert.Equal([new Problem(missing, null, "Knowledge:Path: there is no such folder. Make it, or name another with --knowledge DIR.")], report.Problems);
        Assert.Contains($"Error: Knowledge:Path: there is no folder {missing}. Make it, or name another with --knowledge DIR", _logger.Messages);
    }

    [Fact]
    public async Task AFolderThatComesLateIsReadThen()
    {
        var late = new KnowledgeOptions { Path = _folder["late"] };
        await IndexAsync(late);
        Write("late/a.md");
        await IndexAsync(late);
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task AnEmptyFolderIsNoAnswerAndEmptiesTheStore()
    {
        Write("a.md");
        await IndexAsync();
        File.Delete(_folder["a.md"]);
        var report = await IndexAsync();
        Assert.Empty(_store.Articles);
        Assert.Empty(_catalog.Documents);
        Assert.False(_readiness.IsReady);
        Assert.DoesNotContain(_folder.Path, _readiness.Problem, StringComparison.Ordinal);
        Assert.Equal([new Problem(_folder.Path, null, "Knowledge:Path: the folder holds no article that can be read. Put Markdown or text files into it.")], report.Problems);
        Assert.Contains($"Error: Knowledge:Path: the folder {_folder.Path} holds no article that can be read. Put Markdown or text files into it", _logger.Messages);
    }

    [Fact]
    public async Task AFolderWhoseOnlyFileFailsIsNoAnswer()
    {
        _folder.With("a.md", " ");
        var report = await IndexAsync();
        Assert.False(_readiness.IsReady);
        Assert.Equal(["a.md", _folder.Path], report.Problems.Select(problem => problem.Path));
        Assert.Equal([("a.md", DocumentState.Failed, 0)], Documents());
    }

    [Fact]
    public async Task WarningsAreLoggedAndStayWithTheArticle()
    {
        _folder.With("a.md", "---\ndate: soon\n---\nText.");
        await IndexAsync();
        await IndexAsync();
        Assert.Single(_logger.Messages, "Warning: a.md:2: \"soon\" is no date. Write it as 2025-09-04.");
        var document = Assert.Single(_catalog.Documents);
        Assert.Equal((DocumentState.Indexed, "Line 2: \"soon\" is no date. Write it as 2025-09-04."), (document.State, document.Problem));
    }

    [Fact]
    public async Task AReaderThatThrowsFailsItsFileOnly()
    {
        Write("a.odd", "b.md");
        var report = await IndexAsync(readers: [new ThrowingReader(), new MarkdownArticleReader(Some.Cutter())]);
        Assert.Equal((1, 1), (report.Read, report.Failed));
        Assert.Equal("a.odd: can't be read (InvalidOperationException: odd).", Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public async Task AStoreThatCannotBeWrittenIsNoAnswerAndDoesNotThrow()
    {
        Write("a.md");
        _store.ApplyFailure = new IOException("No space left on device");
        var report = await IndexAsync();
        Assert.False(_readiness.IsReady);
        Assert.Equal("No space left on device", Assert.Single(report.Problems).Message);
        Assert.Contains(_logger.Messages, message => message.StartsWith("Error: The knowledge folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStoreThatCannotBeReadIsNoAnswerAndDoesNotThrow()
    {
        Write("a.md");
        _store.ListFailure = new InvalidDataException("The index is damaged.");
        await IndexAsync();
        Assert.False(_readiness.IsReady);
    }

    [Fact]
    public async Task AStoreThatMendsIsReadyAgain()
    {
        Write("a.md");
        _store.ApplyFailure = new IOException("No space left on device");
        await IndexAsync();
        _store.ApplyFailure = null;
        await IndexAsync();
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public async Task CancellationPassesThroughAndAppliesNothing()
    {
        Write("a.md");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Indexer().IndexAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, _store.AppliedCount);
    }

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            _folder.With(path, $"This is the text of {path}.");
        }
    }

    private IEnumerable<(string Path, DocumentState State, int PassageCount)> Documents() =>
        _catalog.Documents.Select(document => (document.Path, document.State, document.PassageCount));

    private Task<IndexReport> IndexAsync(KnowledgeOptions? options = null, params IArticleReader[] readers) =>
        Indexer(options, readers).IndexAsync(TestContext.Current.CancellationToken);

    private KnowledgeIndexer Indexer(KnowledgeOptions? options = null, params IArticleReader[] readers) => new(
        readers.Length > 0 ? readers : [new MarkdownArticleReader(Some.Cutter()), new PlainTextArticleReader(Some.Cutter())],
        _store,
        _catalog,
        _readiness,
        Options.Create(options ?? new KnowledgeOptions { Path = _folder.Path }),
        _logger);

    private sealed class ThrowingReader : IArticleReader
    {
        public IReadOnlyCollection<string> Extensions => [".odd"];

        public ReadResult Read(string path, ReadOnlyMemory<byte> content) => throw new InvalidOperationException("odd");
    }
}
