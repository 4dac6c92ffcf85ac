using BriefBot.Knowledge.Folder;

namespace BriefBot.Tests.Knowledge;

/// <summary>The examples of gitignore's own manual, and others whose answers git gives.</summary>
public sealed class IgnorePatternsTests
{
    [Theory]
    [InlineData("foo", "foo", true)]
    [InlineData("foo", "a/b/foo", true)]
    [InlineData("foo", "a/foobar", null)]
    [InlineData("/foo", "foo", true)]
    [InlineData("/foo", "a/foo", null)]
    [InlineData("a/foo", "a/foo", true)]
    [InlineData("a/foo", "b/a/foo", null)]
    [InlineData("*.md", "a/b.md", true)]
    [InlineData("*.md", "a/b.mdx", null)]
    [InlineData("foo*", "foo", true)]
    [InlineData("a/*", "a/b", true)]
    [InlineData("a/*", "a/b/c", null)]
    [InlineData("?.md", "a.md", true)]
    [InlineData("?.md", "ab.md", null)]
    [InlineData("a?b", "a/b", null)]
    [InlineData("[a-c].md", "b.md", true)]
    [InlineData("[a-c].md", "d.md", null)]
    [InlineData("[!a-c].md", "d.md", true)]
    [InlineData("[!a-c].md", "b.md", null)]
    [InlineData("[^a].md", "a.md", null)]
    [InlineData("[]].md", "].md", true)]
    [InlineData("[a.md", "[a.md", null)]
    [InlineData("**/foo", "foo", true)]
    [InlineData("**/foo", "a/b/foo", true)]
    [InlineData("**/foo/bar", "a/foo/bar", true)]
    [InlineData("abc/**", "abc/x/y", true)]
    [InlineData("abc/**", "abc", null)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a**b", "axxb", true)]
    [InlineData("a/x**b", "a/xx/b", null)]
    [InlineData("foo ", "foo", true)]
    [InlineData("foo\\ ", "foo ", true)]
    [InlineData("\\#foo", "#foo", true)]
    [InlineData("\\!foo", "!foo", true)]
    [InlineData("# foo", "# foo", null)]
    [InlineData("", "foo", null)]
    [InlineData("/", "foo", null)]
    [InlineData("!foo", "foo", false)]
    [InlineData("a.b", "axb", null)]
    [InlineData("(a|b)+$", "(a|b)+$", true)]
    [InlineData("Foo", "foo", null)]
    public void AFileIsLeftOutAsGitWould(string pattern, string path, bool? ignored) =>
        Assert.Equal(ignored, new IgnorePatterns([pattern]).IsIgnored(path, isFolder: false));

    [Theory]
    [InlineData("foo/", "foo", true, true)]
    [InlineData("foo/", "a/foo", true, true)]
    [InlineData("foo/", "foo", false, null)]
    [InlineData("a/foo/", "b/a/foo", true, null)]
    public void ASlashAtTheEndMeansFolders(string pattern, string path, bool isFolder, bool? ignored) =>
        Assert.Equal(ignored, new IgnorePatterns([pattern]).IsIgnored(path, isFolder));

    [Fact]
    public void TheLastPatternThatMatchesHolds()
    {
        var patterns = new IgnorePatterns(["*.md", "!keep.md", "/keep.md"]);
        Assert.Equal(
            (true, false, true),
            (patterns.IsIgnored("a.md", false), patterns.IsIgnored("a/keep.md", false), patterns.IsIgnored("keep.md", false))
        );
    }

    [Fact]
    public void OddPatternsNeverThrowAndEndSoon()
    {
        var random = new Random(20250904);
        for (var run = 0; run < 2_000; run++)
        {
            var pattern = new string(random.GetItems<char>("ab*?[]!^-\\/#. (){}+|$", random.Next(20)));
            new IgnorePatterns([pattern]).IsIgnored("ab/ba.md", false);
        }

        Assert.Null(new IgnorePatterns([new string('*', 400) + "b"]).IsIgnored(new string('a', 10_000), false));
    }
}
