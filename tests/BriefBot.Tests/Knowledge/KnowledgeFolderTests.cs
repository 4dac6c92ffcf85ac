using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>Rules of what is left out, folders that come late, are swapped, missing or empty.</summary>
public sealed class KnowledgeFolderTests : FolderIndexing
{
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
        File.SetUnixFileMode(Folder["a.md"], UnixFileMode.None);
        File.SetUnixFileMode(Folder["c"], UnixFileMode.None);
        var report = await IndexAsync();
        File.SetUnixFileMode(Folder["c"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(["a.md", "c/"], report.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.All(
            report.Problems,
            problem => Assert.EndsWith("Let the user the service runs as read it.", problem.Message, StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                ("a.md", DocumentState.Stale, 1),
                ("b.md", DocumentState.Indexed, 1),
                ("c/", DocumentState.Failed, 0),
                ("c/d.md", DocumentState.Stale, 1),
            ],
            Documents()
        );
        Assert.Equal(3, Store.Articles.Count);
        Assert.Equal(BotTexts.FolderGone, Readiness.Degraded);
        await IndexAsync();
        Assert.Null(Readiness.Degraded);
    }

    [Fact]
    public async Task APipeIsNotWaitedFor()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no pipes in folders.");
        }

        Write("b.md");
        using var made = System.Diagnostics.Process.Start("mkfifo", [Folder["a.md"], Folder[".briefignore"]]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Folder["c.md"], Folder["a.md"]);
        File.CreateSymbolicLink(Folder["d.md"], "/dev/zero");
        var report = await IndexAsync(new KnowledgeOptions { Path = Folder.Path, FollowLinks = true });
        const string NoFile = "This is a pipe, a socket or a device, not a file. Remove it.";
        Assert.Equal(
            [$"a.md: {NoFile}", $"c.md: {NoFile}", $"d.md: {NoFile}"],
            report.Problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["b.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task ANameThatIsNotUtf8IsNoDeadLink()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other file systems keep names as Unicode.");
        Write("b.md");
        await RunAsync("printf 'Text.' > \"$0/$(printf 'caf\\351.md')\" && mkdir \"$0/$(printf 'd\\351')\"");
        var report = await IndexAsync();
        // The base library removes none of such a name.
        await RunAsync("rm -r \"$0\"/caf* \"$0\"/d*");
        const string NoName = "This can’t be opened: its name isn’t UTF-8. Rename it.";
        Assert.Equal(
            [$"caf\uFFFD.md: {NoName}", $"d\uFFFD/: {NoName}"],
            report.Problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [("b.md", DocumentState.Indexed, 1), ("caf\uFFFD.md", DocumentState.Failed, 0), ("d\uFFFD/", DocumentState.Failed, 0)],
            Documents()
        );
    }

    private async Task RunAsync(string script)
    {
        using var run = System.Diagnostics.Process.Start("sh", ["-c", script, Folder.Path]);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ReadmeFilesAreLeftOut()
    {
        Write("README.md", "a/Readme.txt", "readme-first.md", "b.md");
        await IndexAsync();
        Assert.Equal(["b.md", "readme-first.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task WhatBriefignoreNamesIsLeftOutFromItsOwnFolderDownwards()
    {
        Write("a.md", "drafts/b.md", "x/drafts/c.md", "x/old-d.md", "x/e.md", "y/old-f.md", "y/README.md", ".hidden.md");
        Folder
            .With(".briefignore", "# not yet\ndrafts/\n!.hidden.md\n")
            .With("x/.briefignore", "old-*\n")
            .With("y/.briefignore", "!README.md\n");
        await IndexAsync();
        Assert.Equal(["a.md", "x/e.md", "y/README.md", "y/old-f.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task TheNearestBriefignoreHolds()
    {
        Write("a/x.md", "a/b/x.md");
        Folder.With(".briefignore", "x.md\n").With("a/b/.briefignore", "!x.md\n");
        await IndexAsync();
        Assert.Equal(["a/b/x.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task WhatIsLeftOutLaterLeavesTheIndex()
    {
        Write("a.md", "b.md");
        await IndexAsync();
        Folder.With(".briefignore", "b.*");
        Assert.Equal(1, (await IndexAsync()).Removed);
        Assert.Equal(["a.md"], Store.Articles.Select(article => article.Path));
    }

    [Fact]
    public async Task MoreFilesThanAllowedAreNotReadAndTheSettingIsNamed()
    {
        Write("a.md", "b.md", "c.md");
        var report = await IndexAsync(new KnowledgeOptions { Path = Folder.Path, MaxFiles = 2 });
        Assert.Equal(["a.md", "b.md"], Store.Articles.Select(article => article.Path));
        Assert.Equal(
            $"{Folder.Path}: There are 3 files, more than Knowledge:MaxFiles (2). Files after b.md aren’t read. Move files out or raise the setting.",
            Assert.Single(report.Problems).ToString()
        );
    }

    [Fact]
    public async Task AMissingFolderIsNoAnswerAndTheStoreKeepsWhatItHolds()
    {
        Write("a.md");
        await IndexAsync();
        var missing = Folder["missing"];
        var report = await IndexAsync(new KnowledgeOptions { Path = missing });
        Assert.Single(Store.Articles);
        Assert.False(Readiness.IsReady);
        Assert.DoesNotContain(Folder.Path, Readiness.Problem, StringComparison.Ordinal);
        Assert.Equal(
            [new Problem(missing, null, "Knowledge:Path: there is no such folder. Create it, or choose another with --knowledge DIR.")],
            report.Problems
        );
        Assert.Contains(
            $"Error: Knowledge:Path: there is no folder {missing}. Create it, or choose another with --knowledge DIR",
            Logger.Messages
        );
    }

    [Fact]
    public async Task AFolderThatComesLateIsReadThen()
    {
        var late = new KnowledgeOptions { Path = Folder["late"] };
        await IndexAsync(late);
        Write("late/a.md");
        await IndexAsync(late);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task AnEmptyFolderIsNoAnswerAndEmptiesTheStore()
    {
        Write("a.md");
        await IndexAsync();
        File.Delete(Folder["a.md"]);
        var report = await IndexAsync();
        Assert.Empty(Store.Articles);
        Assert.Empty(Catalog.Documents);
        Assert.False(Readiness.IsReady);
        Assert.DoesNotContain(Folder.Path, Readiness.Problem, StringComparison.Ordinal);
        Assert.Equal(
            [
                new Problem(
                    Folder.Path,
                    null,
                    "There are no readable articles in this folder (Knowledge:Path). Add some, such as Markdown or HTML files."
                ),
            ],
            report.Problems
        );
        Assert.Contains(
            $"Error: Knowledge:Path: the folder {Folder.Path} has no readable articles. Add files such as Markdown or HTML",
            Logger.Messages
        );
    }

    [Fact]
    public async Task AFolderWhoseOnlyFileFailsIsNoAnswer()
    {
        Folder.With("a.md", " ");
        var report = await IndexAsync();
        Assert.False(Readiness.IsReady);
        Assert.Equal(["a.md", Folder.Path], report.Problems.Select(problem => problem.Path));
        Assert.Equal([("a.md", DocumentState.Failed, 0)], Documents());
    }
}
