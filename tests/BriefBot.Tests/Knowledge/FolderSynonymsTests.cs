using System.Text;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>What becomes of <c>synonyms.txt</c> when the folder is read.</summary>
public sealed class FolderSynonymsTests : FolderIndexing
{
    public FolderSynonymsTests() => Write("a.md");

    [Theory]
    [InlineData("a, b,c d", "a | b | c d")]
    [InlineData("SCO => Shanghai Cooperation Organisation", "SCO => Shanghai Cooperation Organisation")]
    [InlineData("x, y=>z , u v", "x | y => z | u v")]
    [InlineData("# only words\n\n  \r\na, b\r\n#c, d", "a | b")]
    [InlineData(@"Smith\, John, JS", "Smith, John | JS")]
    [InlineData(@"a\=>b, c\\d", @"a=>b | c\d")]
    [InlineData("a, b\\", "a | b\\")]
    [InlineData("\uFEFFa, b", "a | b")]
    public async Task RulesAreReadAsSolrReadsThem(string file, string rule)
    {
        Folder.With("synonyms.txt", file);
        Assert.Empty((await IndexAsync()).Problems);
        Assert.Equal([rule], Synonyms.Told);
    }

    [Theory]
    [InlineData("alone", "only one term")]
    [InlineData("a => b => c", "More than one =>")]
    [InlineData("a,, b", "A term is missing")]
    [InlineData("a =>", "A term is missing")]
    [InlineData("=> b", "A term is missing")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "More than 20 words")]
    public async Task ABadLineIsNamedAndTheGoodOnesAreUsed(string bad, string message)
    {
        Folder.With("synonyms.txt", $"a, b\n{bad}\nc, d\n");
        var problem = Assert.Single((await IndexAsync()).Problems);
        Assert.Equal(("synonyms.txt", 2), (problem.Path, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"Error: {problem}", Logger.Messages);
        Assert.Equal([("a | b", 1), ("c | d", 3)], Synonyms.Told.Zip(Synonyms.Rules.Select(rule => rule.Line)));
    }

    [Fact]
    public async Task ALineThatIsNotUtf8CostsNoOther()
    {
        Folder.With("synonyms.txt", [.. "a, b\ncaf"u8, 0xE9, .. ", c\nd, e"u8]);
        Assert.Equal("synonyms.txt:2: This isn’t UTF-8. Save the file as UTF-8.", Assert.Single((await IndexAsync()).Problems).ToString());
        Assert.Equal(["a | b", "d | e"], Synonyms.Told);
    }

    [Fact]
    public async Task AMissingFileIsNoProblemAndARemovedOneTakesItsRulesAlong()
    {
        Assert.Empty((await IndexAsync()).Problems);
        Folder.With("synonyms.txt", "a, b");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        File.Delete(Folder["synonyms.txt"]);
        Assert.Empty((indexer.Index(TestContext.Current.CancellationToken)).Problems);
        Assert.Empty(Synonyms.Rules);
    }

    [Fact]
    public async Task ItIsNoArticleAtTheTopOfTheFolderAndOneWithin()
    {
        Folder.With("synonyms.txt", "a, b").With("sub/synonyms.txt", "We wrote of synonyms here.");
        await IndexAsync();
        Assert.Equal(["a.md", "sub/synonyms.txt"], Store.Articles.Select(article => article.Path));
        Assert.Equal(["a.md", "sub/synonyms.txt"], Catalog.Documents.Select(document => document.Path));
        Assert.Equal(["a | b"], Synonyms.Told);
    }

    [Fact]
    public async Task WhatWasIndexedOfItBeforeLeaves()
    {
        Store.Apply([Some.Article("synonyms.txt", "a, b")], [], []);
        Folder.With("synonyms.txt", "a, b");
        await IndexAsync();
        Assert.DoesNotContain(Store.Articles, article => article.Path == "synonyms.txt");
    }

    [Fact]
    public async Task AFileThatIsAsItWasIsNotReadAgainNorToldOf()
    {
        Folder.With("synonyms.txt", "a, b\nalone");
        var indexer = Indexer();
        indexer.Index(TestContext.Current.CancellationToken);
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Equal(1, Synonyms.ReplacedCount);
        Assert.Single(Logger.Messages, message => message.Contains("synonyms.txt:2", StringComparison.Ordinal));
        Folder.With("synonyms.txt", "c, d");
        indexer.Index(TestContext.Current.CancellationToken);
        Assert.Equal(["c | d"], Synonyms.Told);
    }

    [Theory]
    [InlineData(1_000_001, "limit for synonyms is 1000000")]
    [InlineData(20_000_000, "Knowledge:MaxFileBytes")]
    public async Task AFileThatIsTooLargeLeavesTheRulesOfBefore(int bytes, string message)
    {
        Folder.With("synonyms.txt", "a, b");
        await IndexAsync();
        Folder.With("synonyms.txt", new string('x', bytes));
        Assert.Contains(message, Assert.Single((await IndexAsync()).Problems).Message, StringComparison.Ordinal);
        Assert.Equal(["a | b"], Synonyms.Told);
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task ABinaryFileAndUtf16AreRefused()
    {
        foreach (var content in new[] { [0x7F, 0x45, 0x4C, 0x46, 0, 1], Encoding.Unicode.GetBytes("a, b") })
        {
            Folder.With("synonyms.txt", content);
            Assert.Contains("zero byte", Assert.Single((await IndexAsync()).Problems).Message, StringComparison.Ordinal);
        }

        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task ALinkThatLeadsNowhereIsNamed()
    {
        File.CreateSymbolicLink(Folder["synonyms.txt"], Folder["nowhere"]);
        Assert.StartsWith(
            "synonyms.txt: The file is a symbolic link whose target",
            Assert.Single((await IndexAsync()).Problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.True(Readiness.IsReady);
    }

    [Fact]
    public async Task OneLineThatFillsTheFileIsOneBadLine()
    {
        Folder.With("synonyms.txt", string.Concat(Enumerable.Repeat("a,", 500_000)));
        Assert.Equal(1, Assert.Single((await IndexAsync()).Problems).Line);
    }

    [Fact]
    public async Task OnlySoManyRulesAreRead()
    {
        Folder.With("synonyms.txt", string.Concat(Enumerable.Repeat("a,b\n", 200_000)));
        var problem = Assert.Single((await IndexAsync()).Problems);
        Assert.Equal(10_001, problem.Line);
        Assert.Equal(10_000, Synonyms.Rules.Count);
    }

    [Fact]
    public async Task OnlySoManyBadLinesAreTold()
    {
        Folder.With("synonyms.txt", string.Concat(Enumerable.Repeat("alone\n", 150_000)) + "a, b");
        var problems = (await IndexAsync()).Problems;
        Assert.Equal(21, problems.Count);
        Assert.Equal("synonyms.txt: There are 149980 more bad lines. Fix those above first.", problems[^1].ToString());
        Assert.Equal(["a | b"], Synonyms.Told);
    }
}
