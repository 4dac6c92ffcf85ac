using System.Security.Cryptography;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeIndexerTests : FolderIndexing
{
    private const string Formats = ".adoc, .asciidoc, .markdown, .md, .mdx, .qmd, .rmd, .rst, .txt";

    [Fact]
    public async Task FilesAreReadInFoldersWithinByTheirEndings()
    {
        Write("b.md", "a/deep/c.MD", "a.txt", "a/B.markdown", "picture.png", "noending", ".hidden.md", ".git/x.md", "a/.obsidian/y.md");
        var report = await IndexAsync();
        Assert.Equal(["a.txt", "a/B.markdown", "a/deep/c.MD", "b.md"], Store.Articles.Select(article => article.Path));
        Assert.Equal((4, 0, 0, 0, 4), (report.Read, report.Unchanged, report.Removed, report.Failed, report.PassageCount));
        Assert.Empty(report.Problems);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task FormatsThatAreNotReadAreListedAndToldOnceForEachEnding()
    {
        Write("a.md", "picture.png", "deep/other.PNG", "old.doc", "LICENSE");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                ("LICENSE", DocumentState.Skipped, 0),
                ("a.md", DocumentState.Indexed, 1),
                ("deep/other.PNG", DocumentState.Skipped, 0),
                ("old.doc", DocumentState.Skipped, 0),
                ("picture.png", DocumentState.Skipped, 0),
            ],
            Documents()
        );
        Assert.Equal($"Unsupported format. Save the content as one of {Formats}.", Catalog.Documents[3].Problem);
        Assert.Equal(
            [
                $"Information: Files in the format .PNG are not read (2, such as deep/other.PNG). Save them as one of {Formats}",
                $"Information: Files in the format .doc are not read (1, such as old.doc). Save them as one of {Formats}",
                $"Information: Files in the format without an ending are not read (1, such as LICENSE). Save them as one of {Formats}",
            ],
            Logger.Messages.Where(message => message.Contains("in the format", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task AfterARestartWithoutTheFolderThereAreAnswersFromWhatWasReadOfIt()
    {
        Folder.With("folder/a.md", "This is a.");
        var options = new KnowledgeOptions { Path = Folder["folder"] };
        await IndexAsync(options);
        Directory.Move(Folder["folder"], Folder["elsewhere"]);
        Readiness.NotReady("starting");
        Catalog.Replace([]);
        await IndexAsync(options);
        Assert.True(Readiness.IsReady);
        Assert.Equal(BotTexts.FolderGone, Readiness.Degraded);
        Assert.Equal([("a.md", DocumentState.Stale, 1)], Documents());
        Directory.Move(Folder["elsewhere"], Folder["folder"]);
        await IndexAsync(options);
        Assert.Null(Readiness.Degraded);
        Assert.Equal([("a.md", DocumentState.Indexed, 1)], Documents());
    }

    [Fact]
    public async Task NamesThatDifferOnlyInCaseAreTwoArticles()
    {
        Write("Bridge.md", "bridge.md");
        Assert.SkipUnless(Directory.GetFiles(Folder.Path).Length == 2, "This file system folds case.");
        await IndexAsync();
        Assert.Equal(["Bridge.md", "bridge.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task TheHashIsThatOfTheFile()
    {
        Write("bridge.md");
        await IndexAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Folder["bridge.md"])));
        Assert.Equal(hash, Assert.Single(Store.Articles).Hash);
        Assert.Equal(hash, Assert.Single(Catalog.Documents).Hash);
    }

    [Fact]
    public async Task AFileThatIsLockedIsNamedAsSuchAndReadAfterwards()
    {
        Write("a.md");
        using (new FileStream(Folder["b.md"], FileMode.CreateNew, FileAccess.Write, FileShare.None))
        using (
            var writer = new StreamWriter(new FileStream(Folder["c.md"], FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                AutoFlush = true,
            }
        )
        {
            writer.Write("This is the text of c.");
            var report = await IndexAsync();
            Assert.Equal(
                [
                    "b.md: The file is empty. Add some text, or remove it.",
                    "c.md: Another program is writing this file. BriefBot reads it afterwards.",
                ],
                report.Problems.Select(problem => problem.ToString())
            );
        }

        await IndexAsync();
        Assert.Equal(
            [("a.md", DocumentState.Indexed, 1), ("b.md", DocumentState.Failed, 0), ("c.md", DocumentState.Indexed, 1)],
            Documents()
        );
    }

    [Fact]
    public async Task HowFarTheReadingIsIsToldFileByFile()
    {
        Folder.With("a.md", "Text.").With("b.odd", "x").With("c.png", "x");
        var told = new List<(int, int)>();
        Indexer(readers: [.. Readers(), new CountingReader { MayPass = true }])
            .Index((done, all) => told.Add((done, all)), TestContext.Current.CancellationToken);
        Assert.Equal([(1, 2), (2, 2)], told);
    }

    [Fact]
    public async Task WhenAFileWasReadIsKeptUntilItChanges()
    {
        Write("a.md", "b.md");
        var (before, after) = (Time.GetUtcNow(), Time.GetUtcNow().AddHours(1));
        await IndexAsync();
        Time.Advance(after - before);
        Folder.With("b.md", "Other text.");
        await IndexAsync();
        Assert.Equal([before, after], Catalog.Documents.Select(document => document.ReadAt));
    }

    [Fact]
    public async Task OnlyWhatChangedIsReadAgainAndAllIsAppliedAtOnce()
    {
        Write("a.md", "b.md", "c.md");
        await IndexAsync();
        Folder.With("b.md", "Another text.");
        File.Delete(Folder["c.md"]);
        Write("d.md");
        var report = await IndexAsync();
        Assert.Equal((2, 1, 1), (report.Read, report.Unchanged, report.Removed));
        Assert.Equal(["a.md", "b.md", "d.md"], Store.Articles.Select(article => article.Path));
        Assert.Equal("Another text.", Store.Articles.ElementAt(1).Passages[0].Blocks[0].Text);
        Assert.Equal(2, Store.AppliedCount);
    }

    [Fact]
    public async Task AFileThatFailsStopsNoOther()
    {
        Folder.With("a.md", [0xFF, 0x41]);
        Write("b.md");
        var report = await IndexAsync();
        Assert.Equal((1, 1), (report.Read, report.Failed));
        Assert.Equal(
            [new Problem("a.md", 1, "Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8.")],
            report.Problems
        );
        Assert.Contains("Error: a.md:1: Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8.", Logger.Messages);
        Assert.Equal([("a.md", DocumentState.Failed, 0), ("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal("Line 1: Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8.", Catalog.Documents[0].Problem);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task AFileThatFailsNowIsKeptFromBeforeAndStale()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        var before = Catalog.Documents[0].Hash;
        Folder.With("a.md", " ");
        var report = await IndexAsync();
        Assert.Equal((0, 1, 1, 0), (report.Read, report.Failed, report.Unchanged, report.Removed));
        Assert.Equal([("a.md", DocumentState.Stale, 1), ("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal(
            (before, "The file is empty. Add some text, or remove it."),
            (Catalog.Documents[0].Hash, Catalog.Documents[0].Problem)
        );
        Assert.Equal(2, Store.Articles.Count);
    }

    [Fact]
    public async Task AStaleFileThatIsAsItWasIsStaleNoMore()
    {
        Write("a.md");
        var good = File.ReadAllBytes(Folder["a.md"]);
        await IndexAsync();
        Folder.With("a.md", " ");
        await IndexAsync();
        var applied = Store.AppliedCount;
        Folder.With("a.md", good);
        await IndexAsync();
        Assert.Equal([("a.md", DocumentState.Indexed, 1)], Documents());
        Assert.Equal(applied, Store.AppliedCount);
    }

    [Fact]
    public async Task AStaleFileThatIsGoneLeaves()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        Folder.With("a.md", " ");
        await IndexAsync();
        File.Delete(Folder["a.md"]);
        await IndexAsync();
        Assert.Equal([("b.md", DocumentState.Indexed, 1)], Documents());
        Assert.Single(Store.Articles);
    }

    [Fact]
    public async Task AFileThatIsTooLargeFailsWithTheNameOfTheSetting()
    {
        Folder.With("a.md", new string('x', 1_001));
        Folder.With("b.md", new string('x', 1_000));
        var report = await IndexAsync(new KnowledgeOptions { Path = Folder.Path, MaxFileBytes = 1_000 });
        var problem = Assert.Single(report.Problems);
        Assert.Equal(
            "a.md: This has 1001 bytes, more than Knowledge:MaxFileBytes (1000). Split the file or raise the setting.",
            problem.ToString()
        );
        Assert.Single(Store.Articles);
    }

    [Fact]
    public async Task WhatIsWrongIsLoggedAndStaysWithTheArticle()
    {
        Folder.With("a.md", "---\ndate: soon\n---\nText.");
        await IndexAsync();
        await IndexAsync();
        Assert.Single(Logger.Messages, "Error: a.md:2: \"soon\" isn’t a valid date. Write it as year-month-day, such as 2025-09-04.");
        var document = Assert.Single(Catalog.Documents);
        Assert.Equal(
            (DocumentState.Indexed, "Line 2: \"soon\" isn’t a valid date. Write it as year-month-day, such as 2025-09-04."),
            (document.State, document.Problem)
        );
    }

    [Fact]
    public async Task TheListShowsWhatAnArticleIsAbout()
    {
        Folder.With("a.md", "---\nsummary: All about it\ntags: [steel, water]\n---\nText.");
        for (var reading = 0; reading < 2; reading++)
        {
            await IndexAsync();
            var document = Assert.Single(Catalog.Documents);
            Assert.Equal("All about it", document.Summary);
            Assert.Equal(["steel", "water"], document.Tags);
        }
    }

    [Fact]
    public async Task AWarningIsLoggedAsOne()
    {
        Folder.With("a.md", "---\ntitel: A\n---\nText.");
        await IndexAsync();
        Assert.Contains(Logger.Messages, message => message.StartsWith("Warning: a.md:2: \"titel\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AReaderThatThrowsFailsItsFileOnly()
    {
        Write("a.odd", "b.md");
        var report = await IndexAsync(readers: [new ThrowingReader(), new MarkdownArticleReader(Some.Cutter(), Some.Knowledge())]);
        Assert.Equal((1, 1), (report.Read, report.Failed));
        Assert.Equal(
            "a.odd: This can’t be read: it is damaged or in an unknown variant of its format. Save it again, or remove it.",
            Assert.Single(report.Problems).ToString()
        );
    }
}
