using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>Links in the folder: those that stay in it are followed, those that lead out are not.</summary>
public sealed class FolderLinksTests : FolderIndexing
{
    [Fact]
    public async Task ALinkThatLeadsNowhereFails()
    {
        Write("b.md");
        File.CreateSymbolicLink(Folder["a.md"], Folder["nowhere.md"]);
        File.CreateSymbolicLink(Folder["c.md"], Folder["c.md"]);
        Directory.CreateSymbolicLink(Folder["d"], Folder["nowhere"]);
        var report = await IndexAsync();
        Assert.Equal(
            [
                "d: The file is a symbolic link whose target doesn’t exist. Fix the link, or remove it.",
                "a.md: The file is a symbolic link whose target doesn’t exist, or it was just removed. Fix the link, or remove it.",
                "c.md: The file is a symbolic link that is circular. Fix the link, or remove it.",
            ],
            report.Problems.Select(problem => problem.ToString())
        );
        Assert.Equal(["a.md", "b.md", "c.md", "d"], Catalog.Documents.Select(document => document.Path));
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task LinksThatLeadInACircleAreWalkedOnce()
    {
        Write("a/b/x.md", "z.md");
        Directory.CreateSymbolicLink(Folder["a/b/up"], "../..");
        Directory.CreateSymbolicLink(Folder["a/self"], ".");
        Directory.CreateSymbolicLink(Folder["again"], Folder["a"]);
        await IndexAsync();
        Assert.Equal(["a/b/x.md", "z.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task ALinkOutOfTheFolderIsRefusedByName()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.With("secret.md", "Text.").With("deep/x.md", "Text.").With("synonyms.txt", "a, b");
        Write("a/x.md", "z.md");
        File.CreateSymbolicLink(Folder["a/secret.md"], elsewhere["secret.md"]);
        File.CreateSymbolicLink(Folder["relative.md"], Path.GetRelativePath(Folder.Path, elsewhere["secret.md"]));
        Directory.CreateSymbolicLink(Folder["linked"], elsewhere.Path);
        Directory.CreateSymbolicLink(Folder[".middle"], elsewhere.Path);
        File.CreateSymbolicLink(Folder["through.md"], ".middle/deep/x.md");
        File.CreateSymbolicLink(Folder["synonyms.txt"], elsewhere["synonyms.txt"]);
        var report = await IndexAsync();
        Assert.Equal(["a/x.md", "z.md"], Store.Articles.Select(article => article.Path));
        Assert.Equal(
            ["a/secret.md", "linked/", "relative.md", "synonyms.txt", "through.md"],
            report.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(
            report.Problems,
            problem =>
                Assert.Equal(
                    "The file is a symbolic link that leads out of the knowledge folder, so it isn’t followed. Copy its target into the folder, or set Knowledge:FollowLinks.",
                    problem.Message
                )
        );
        Assert.Contains(("a/secret.md", DocumentState.Skipped, 0), Documents());
        Assert.Empty(Synonyms.Rules);
    }

    [Fact]
    public async Task WhatWasReadThroughALinkThatIsRefusedNowLeaves()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.With("x.md", "Text.");
        Write("z.md");
        File.CreateSymbolicLink(Folder["a.md"], elsewhere["x.md"]);
        await IndexAsync(new KnowledgeOptions { Path = Folder.Path, FollowLinks = true });
        Assert.Equal(["a.md", "z.md"], Store.Articles.Select(article => article.Path));
        await IndexAsync();
        Assert.Equal(["z.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task NothingOfAFolderIsReadWhoseRulesALinkPutsElsewhere()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.With("rules", "drafts.md");
        Write("a/drafts.md", "z.md");
        File.CreateSymbolicLink(Folder["a/.briefignore"], elsewhere["rules"]);
        var report = await IndexAsync();
        Assert.Equal(["z.md"], Store.Articles.Select(article => article.Path));
        Assert.Equal("a/", Assert.Single(report.Problems).Path);
    }

    [Fact]
    public async Task AFolderThatIsALinkItselfIsReadAsTheOneItLeadsTo()
    {
        Write("real/a.md", "real/b/c.md");
        File.CreateSymbolicLink(Folder["real/d.md"], "b/c.md");
        Directory.CreateSymbolicLink(Folder["link"], Folder["real"]);
        await IndexAsync(new KnowledgeOptions { Path = Folder["link"] });
        Assert.Equal(["a.md", "b/c.md", "d.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task ALinkToAFolderElsewhereIsFollowedWhereTheSettingSaysSo()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.With("deep/x.md", "Text.");
        Directory.CreateSymbolicLink(elsewhere["deep/back"], Folder.Path);
        Directory.CreateSymbolicLink(Folder["linked"], elsewhere.Path);
        Write("z.md");
        await IndexAsync(new KnowledgeOptions { Path = Folder.Path, FollowLinks = true });
        Assert.Equal(["linked/deep/x.md", "z.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task AFolderOfItsOwnIsReadUnderItsOwnPathThoughALinkLeadsToIt()
    {
        Write("m/x.md");
        Directory.CreateSymbolicLink(Folder["a"], Folder["m"]);
        await IndexAsync();
        Assert.Equal(["m/x.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task AFolderThatIsSwappedByAHiddenLinkIsReadThroughTheLinksToItsFiles()
    {
        Write("..2025_09/x.md");
        Directory.CreateSymbolicLink(Folder["..data"], "..2025_09");
        File.CreateSymbolicLink(Folder["x.md"], "..data/x.md");
        await IndexAsync();
        Assert.Equal([("x.md", DocumentState.Indexed, 1)], Documents());
    }
}
