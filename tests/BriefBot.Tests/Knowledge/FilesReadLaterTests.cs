using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>Files that could not be read, and those that take long: when they are tried, and what there is meanwhile.</summary>
public sealed class FilesReadLaterTests : FolderIndexing
{
    [Fact]
    public async Task AFileThatFailedIsNotTriedAgainWhileItIsTheSame()
    {
        Write("a.odd");
        var reader = new CountingReader();
        for (var start = 1; start <= 2; start++)
        {
            var report = await IndexAsync(readers: [reader]);
            Assert.Equal("a.odd:7: is odd.", report.Problems[0].ToString());
            Assert.Equal((DocumentState.Failed, "Line 7: Is odd."), (Assert.Single(Catalog.Documents).State, Catalog.Documents[0].Problem));
            Assert.Equal(1, reader.Reads);
        }

        Folder.With("a.odd", "Another text.");
        await IndexAsync(readers: [reader]);
        Assert.Equal(2, reader.Reads);
    }

    [Fact]
    public async Task AFileThatFailedIsTriedAgainWithOtherSettings()
    {
        Write("a.odd");
        var reader = new CountingReader();
        await IndexAsync(new KnowledgeOptions { Path = Folder.Path, ReadTimeoutSeconds = 1 }, reader);
        await IndexAsync(new KnowledgeOptions { Path = Folder.Path, ReadTimeoutSeconds = 2 }, reader);
        Assert.Equal(2, reader.Reads);
    }

    [Fact]
    public async Task AFailureThatMayPassIsTriedAgain()
    {
        Write("a.odd");
        var reader = new CountingReader { MayPass = true };
        await IndexAsync(readers: [reader]);
        Assert.Equal(2, reader.Reads);
        await IndexAsync(readers: [reader]);
        Assert.Equal(4, reader.Reads);
    }

    [Fact]
    public async Task WhatIsKnownOfAFileThatIsGoneIsForgotten()
    {
        Write("a.odd");
        await IndexAsync(readers: [new CountingReader()]);
        File.Delete(Folder["a.odd"]);
        await IndexAsync(readers: [new CountingReader()]);
        Assert.Empty(Store.ListFailures());
    }

    [Fact]
    public async Task AFileThatTakesLongComesLastAndMeanwhileThereAreAnswers()
    {
        Write("a.odd", "b.md");
        Folder.With("c.md", "A longer text than that of the others, for the smallest come first.");
        var reader = new CountingReader { MayPass = true };
        var ready = new List<(bool IsReady, bool IsComplete, int Articles)>();
        reader.Reading = () => ready.Add((Readiness.IsReady, Readiness.IsComplete, Store.Articles.Count));
        await IndexAsync(readers: [reader, new MarkdownArticleReader(Some.Cutter(), Some.Knowledge())]);
        Assert.Equal([TimeSpan.FromSeconds(1), null], reader.Limits);
        Assert.Equal((true, false, 2), ready[1]);
        Assert.True(Readiness.IsComplete);
    }

    [Fact]
    public async Task WhatHasBeenReadIsCommittedBeforeAllIs()
    {
        Write("a.odd", "b.odd");
        var committed = new List<int>();
        var reader = new CountingReader();
        reader.Reading = () =>
        {
            committed.Add(Store.AppliedCount);
            Time.Advance(TimeSpan.FromSeconds(3));
        };
        await IndexAsync(readers: [reader]);
        Assert.Equal([0, 1], committed);
    }

    [Fact]
    public async Task WhatIsKeptAnswersWhileAChangedFileIsRead()
    {
        Write("a.md", "b.odd");
        var reader = new CountingReader { Result = path => new ReadResult.Read(Some.Article(path, "Text.")) };
        IArticleReader[] readers = [reader, new MarkdownArticleReader(Some.Cutter(), Some.Knowledge())];
        await IndexAsync(readers: readers);
        Readiness.NotReady("Still reading.");
        Folder.With("b.odd", "Another text.");
        reader.Result = null;
        reader.MayPass = true;
        var shown = new List<(string, DocumentState, int)[]>();
        reader.Reading = () =>
        {
            Assert.True(Readiness.IsReady);
            shown.Add([.. Documents()]);
        };
        await IndexAsync(readers: readers);
        Assert.Equal([("a.md", DocumentState.Indexed, 1), ("b.odd", DocumentState.Indexed, 1)], shown[0]);
        Assert.Equal([("a.md", DocumentState.Indexed, 1), ("b.odd", DocumentState.Stale, 1)], shown[1]);
    }
}
