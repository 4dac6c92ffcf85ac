using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>A folder that changes while it is kept: by the file system's events, and by polling where there are none.</summary>
public sealed class LiveFolderTests : LiveFolder
{
    private const int Burst = 1_000;

    [Fact]
    public async Task WhatIsSavedIsReadWhatIsMovedMovesAndWhatIsDeletedLeaves()
    {
        Write("a.md");
        await using var kept = await KeepAsync();
        Write("deep/er/b.md");
        await kept.UntilAsync("a.md", "deep/er/b.md");
        File.Move(Path.Combine(Folder.Path, "a.md"), Path.Combine(Folder.Path, "c.md"));
        await kept.UntilAsync("c.md", "deep/er/b.md");
        Directory.Move(Path.Combine(Folder.Path, "deep"), Path.Combine(Folder.Path, "other"));
        await kept.UntilAsync("c.md", "other/er/b.md");
        File.Delete(Path.Combine(Folder.Path, "c.md"));
        await kept.UntilAsync("other/er/b.md");
        await kept.UntilAsync(() =>
            Logger.Lines.Any(line => line.Text.StartsWith("The folder changed: 0 read, 1 removed (c.md)", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task AnEditorThatWritesATemporaryFileAndRenamesItIsFollowed()
    {
        Write("a.md");
        await using var kept = await KeepAsync();
        Folder.With(".a.md.swp", "Something new stands here.");
        File.Move(Path.Combine(Folder.Path, ".a.md.swp"), Path.Combine(Folder.Path, "a.md"), overwrite: true);
        await kept.UntilAsync(() =>
            Store.Articles.Single().Passages.Any(passage => passage.Blocks[0].Text.Contains("Something new", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task AFileThatIsStillBeingWrittenIsReadToItsEnd()
    {
        Write("a.md");
        await using var kept = await KeepAsync();
        await using (
            var writer = new StreamWriter(new FileStream(Folder["b.md"], FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
            {
                AutoFlush = true,
            }
        )
        {
            await writer.WriteAsync("The beginning. ");
            await kept.UntilAsync("a.md", "b.md");
            await writer.WriteAsync("The end.");
        }

        await kept.UntilAsync(() =>
            Store.Articles.Any(article => article.Passages.Any(passage => passage.Blocks[0].Text == "The beginning. The end."))
        );
    }

    [Fact]
    public async Task WhatIsLeftOutFromNowOnLeavesAndWhatIsNoLongerLeftOutIsRead()
    {
        Folder.With("a.md", "This is a.").With("draft/b.md", "This is b.");
        await using var kept = await KeepAsync();
        Folder.With(".briefignore", "draft/\n");
        await kept.UntilAsync("a.md");
        File.Delete(Folder[".briefignore"]);
        await kept.UntilAsync("a.md", "draft/b.md");
    }

    [Fact]
    public async Task SynonymsThatAreSavedAreTaken()
    {
        Write("a.md");
        await using var kept = await KeepAsync();
        Folder.With("synonyms.txt", "SCO, Shanghai Cooperation Organization\n");
        await kept.UntilAsync(() => Synonyms.Rules.Count == 1);
        Assert.Equal(["a.md"], Documents().Select(document => document.Path));
    }

    [Fact]
    public async Task ABurstIsAFewCommits()
    {
        Write("a.md");
        await using var kept = await KeepAsync();
        var before = Store.AppliedCount;
        Write([.. Enumerable.Range(0, Burst).Select(i => $"burst/{i}.md")]);
        await kept.UntilAsync(() => Store.Articles.Count == Burst + 1);
        Assert.InRange(Store.AppliedCount - before, 1, 10);
    }

    [Fact]
    public async Task ALinkThatIsSwappedLeadsToTheOtherFolder()
    {
        Folder.With("one/a.md", "This is one.").With("two/a.md", "This is two.").With("two/b.md", "This is more.");
        var link = Path.Combine(Folder.Path, "current");
        Directory.CreateSymbolicLink(link, Path.Combine(Folder.Path, "one"));
        await using var kept = await KeepAsync(link);
        await kept.UntilAsync("a.md");
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, Path.Combine(Folder.Path, "two"));
        await kept.UntilAsync("a.md", "b.md");
    }

    [Fact]
    public async Task AConfigMapWhoseLinkIsSwappedIsFollowed()
    {
        // As a kubelet lays it: each file a link through ..data, which is swapped to a folder of the new version.
        Folder.With("..1/a.md", "This is one.").With("..2/a.md", "This is two.");
        Directory.CreateSymbolicLink(Folder["..data"], "..1");
        File.CreateSymbolicLink(Folder["a.md"], "..data/a.md");
        await using var kept = await KeepAsync();
        await kept.UntilAsync("a.md");
        Directory.CreateSymbolicLink(Folder["..data_tmp"], "..2");
        Unix.Swap(Folder["..data_tmp"], Folder["..data"]);
        await kept.UntilAsync(() => Store.Articles.Single().Passages.Single().Blocks[0].Text == "This is two.");
    }

    [Fact]
    public async Task AFolderThatAppearsLateIsRead()
    {
        var late = Path.Combine(Folder.Path, "late");
        await using var kept = await KeepAsync(late);
        Assert.False(Readiness.IsReady);
        Folder.With("late/a.md", "This is late.");
        await kept.UntilAsync("a.md");
    }

    [Fact]
    public async Task WithoutEventsTheFolderIsPolled()
    {
        Write("a.md");
        await using var kept = await KeepAsync(watch: false, pollSeconds: 1);
        Write("b.md");
        await kept.UntilAsync("a.md", "b.md");
    }

    [Fact]
    public async Task OnDemandTheFolderIsReadAgain()
    {
        Write("a.md");
        await using var kept = await KeepAsync(watch: false);
        Write("b.md");
        kept.Indexer.ReadAgain();
        await kept.UntilAsync("a.md", "b.md");
    }

    [Fact]
    public async Task AFileThatHasTheLengthOfBeforeIsReadAllTheSame()
    {
        Folder.With("a.md", "It is one.");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        Folder.With("a.md", "It is two.");
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Contains("two", Store.Articles.Single().Passages.Single().Blocks[0].Text, StringComparison.Ordinal);
    }
}
