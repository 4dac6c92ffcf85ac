using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class MarkdownArticleReaderTests : ArticleReaderContract
{
    protected override IArticleReader Reader { get; } = new MarkdownArticleReader(Some.Cutter());

    [Fact]
    public void FrontMatterIsReadAndKeepsItsLines()
    {
        var article = Article("---\ntitle: A title\ndate: 2025-09-04\nurl: https://example.org/a\nsummary: In short.\ntags: [one, two]\nother: 1\n---\n\nText.");
        Assert.Equal(("A title", new DateOnly(2025, 9, 4), "https://example.org/a", "In short."), (article.Title, article.Date, article.Url, article.Summary));
        Assert.Equal(["one", "two"], article.Tags);
        Assert.Equal(10, article.Passages[0].Blocks[0].LineAt(0));
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("---\ntitle: a: b\n---\nText.", 2, "YAML")]
    [InlineData("---\n- one\n---\nText.", 2, "no list of keys")]
    [InlineData("---\ntitle: x\n\nText.", 1, "never closed")]
    [InlineData("---\ntitle: x\ndate: yesterday\n---\nText.", 3, "no date")]
    public void BrokenFrontMatterIsAWarningWithItsLineAndTheTextIsRead(string text, int line, string told)
    {
        var article = Article(text);
        var warning = Assert.Single(article.Warnings);
        Assert.Equal(line, warning.Line);
        Assert.Contains(told, warning.Message, StringComparison.Ordinal);
        Assert.Contains("Text.", article.Passages[^1].Blocks[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsMakeATrailWithoutTheTitle()
    {
        var article = Article("# The title\n\nOne.\n\n## A\n\nTwo.\n\n### B\n\nThree.\n\n## C\n\nFour.");
        Assert.Equal("The title", article.Title);
        Assert.Equal(["", "A", "A › B", "C"], article.Passages.Select(passage => passage.Section));
    }

    [Fact]
    public void MarkupIsRenderedAway()
    {
        var block = Assert.Single(Blocks(Read("Some **bold** and *light* `code`, a [link](http://x.y \"t\"), ![picture](p.png), &amp;, \\*, <http://a.b>  \nand ~~more~~<br>.")));
        Assert.Equal("Some bold and light code, a link, picture, &, *, http://a.b and more.", block.Text);
    }

    [Fact]
    public void LinesAreExactInListsQuotesAndSetextHeadings()
    {
        const string source = "Title\n=====\n\n> quoted *words*\n> go on\n\n- one item\n  runs on\n- two\n  - inner `code of\n    two lines` end\n\n1. numbered";
        var blocks = Blocks(Read(source));
        Assert.Equal(["quoted words go on", "one item runs on", "two", "inner code of two lines end", "numbered"], blocks.Select(block => block.Text));
        Assert.All(blocks, block => AssertStandsOnItsLines(block, source));
        Assert.Equal([BlockKind.Prose, BlockKind.ListItem, BlockKind.ListItem, BlockKind.ListItem, BlockKind.ListItem], blocks.Select(block => block.Kind));
    }

    [Fact]
    public void TablesBecomeRows()
    {
        var blocks = Blocks(Read("| A | B |\n|---|---|\n| one | **two** |\n| three | |"));
        Assert.Equal([("A | B", 1), ("one | two", 3), ("three |", 4)], blocks.Select(block => (block.Text, block.LineAt(0))));
        Assert.All(blocks, block => Assert.Equal(BlockKind.TableRow, block.Kind));
    }

    [Fact]
    public void CodeKeepsItsLines()
    {
        var block = Blocks(Read("Text.\n\n```sh\n\nls -l\n  cat x\n```"))[1];
        Assert.Equal(("ls -l\n  cat x", BlockKind.Code), (block.Text, block.Kind));
        Assert.Equal((5, 6), (block.LineAt(0), block.LineAt(block.Text.Length - 1)));
    }

    [Fact]
    public void HtmlIsLeftOutAndTheEditorIsTold()
    {
        var article = Article("Text <b>bold</b>.\n\n<div>\nunseen\n</div>\n\n<!-- a note -->\n");
        Assert.Equal("Text bold.", Assert.Single(article.Passages[0].Blocks).Text);
        Assert.Equal(3, Assert.Single(article.Warnings).Line);
    }

    [Fact]
    public void WithoutTextUnderItsHeadingsAFileFails() =>
        Assert.Contains("no text", Failed("# One\n\n## Two"u8.ToArray()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("(")]
    [InlineData("*")]
    [InlineData("- ")]
    [InlineData("![")]
    [InlineData("`")]
    [InlineData("<a>")]
    [InlineData("|")]
    [InlineData("&")]
    public void DeepNestingIsSurvived(string opening)
    {
        var text = new StringBuilder().Insert(0, opening, 20_000).Append("text").ToString();
        Assert.NotNull(Read(text));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void DeepFrontMatterIsSurvived(string opening)
    {
        var yaml = new StringBuilder().Insert(0, opening, 20_000).ToString();
        var article = Article($"---\nx: {yaml}\n---\nText.");
        Assert.NotEmpty(article.Warnings);
    }

    private Article Article(string text) => Assert.IsType<ReadResult.Read>(Read(text)).Article;
}
