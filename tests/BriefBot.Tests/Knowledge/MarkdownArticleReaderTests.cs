using System.Text;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class MarkdownArticleReaderTests : LineArticleReaderContract
{
    private protected override IArticleReader Reader { get; } = new MarkdownArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.md";

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading
                        ? $"{new string('#', heading.Level)} {heading.Text}\n\n"
                        : $"{((ArticlePart.Paragraph)part).Text}\n\n"
                )
            )
        );

    [Fact]
    public void TheTitleOfTheFrontMatterComesFirst() =>
        Assert.Equal("The Bridge", Read("---\ntitle: The Bridge\n---\n# Another\n\nText.\n").Title);

    [Fact]
    public void TheFirstHeadingOfTheFirstLevelComesNext() =>
        Assert.Equal("The Bridge", Read("## Before\n\nText.\n\n# The *Bridge*\n\nText.\n").Title);

    [Fact]
    public void TheNameOfTheFileComesLast() => Assert.Equal("harbour bridge facts", Read("## Only a section\n\nText.\n").Title);

    [Fact]
    public void ABoldQuestionIsAHeadingUntilTheNextHeading() =>
        Assert.Equal(
            ["[Parking › May I park?] 7:Yes.", "[Parking › May I park?] 9:At night.", "[Dogs] 13:No why? here."],
            Reading.Told(Read("# T\n\n## Parking\n\n**May I park?**\n\nYes.\n\nAt night.\n\n## Dogs\n\nNo **why?** here.\n"))
        );

    [Fact]
    public void AnItemOfANumberedListHasItsNumber() =>
        Assert.Equal(
            [4, 4, 5, 0, 6],
            Read("# T\n\n4. Open\n\n   the valve\n5. Wait\n   - an hour\n6. Close\n").Passages.Single().Blocks.Select(block => block.Number)
        );

    [Fact]
    public void AHeadingThatIsTheTitleIsNoPartOfTheTrail() =>
        Assert.Equal(["[Traffic] 5:Text."], Reading.Told(Read("# The bridge\n\n## Traffic\n\nText.\n")));

    [Fact]
    public void ATopHeadingThatIsNotTheTitleIsPartOfTheTrail() =>
        Assert.Equal(["[Facts › Traffic] 8:Text."], Reading.Told(Read("---\ntitle: The bridge\n---\n# Facts\n\n## Traffic\n\nText.\n")));

    [Fact]
    public void AHeadingEndsThoseOfItsLevelAndBelow()
    {
        var article = Read("# T\n\n## A\n\n### B\n\nOne.\n\n### C\n\nTwo.\n\n## D\n\nThree.\n");
        Assert.Equal(["A › B", "A › C", "D"], article.Passages.Select(passage => passage.Section));
    }

    [Fact]
    public void AnUnderlinedHeadingMayRunOverLines()
    {
        var article = Read("The harbour\nbridge\n===\n\nTraffic\n---\n\nText.\n");
        Assert.Equal("The harbour bridge", article.Title);
        Assert.Equal(["[Traffic] 8:Text."], Reading.Told(article));
    }

    [Theory]
    [InlineData("| Boat | Call |\n|---|---|\n| Heron | a \\| b |\n")]
    [InlineData("<table><tr><th>Boat</th><th>Call</th></tr><tr><td>Heron</td><td>a | b</td></tr></table>\n")]
    public void ABarWithinACellEndsItNot(string table)
    {
        var row = Read($"Text.\n\n{table}").Passages.SelectMany(passage => passage.Blocks).Last();
        Assert.Equal(["Heron", "a\u00A0| b"], TableCells.Split(row.Text));
    }

    [Fact]
    public void HtmlIsReadWithTheLinesOfItsWords()
    {
        var article = Read(
            "Text.\n\n<div>\nOne\n<b>two</b>\n</div>\n\n<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2 &amp; 3</td></tr></table>\n\nMore.\n"
        );
        Assert.Equal(["1:Text.", "4:One 5:two", "TableHeader: 8:A | B", "TableRow: 9:1 | 2 & 3", "11:More."], Reading.Told(article));
        Assert.Empty(article.Warnings);
    }

    [Fact]
    public void CommentsAreLeftOutWithoutAWarning()
    {
        var article = Read("<!-- a\n\ncomment -->\n\nText <!-- another --> here.\n");
        Assert.Equal(["5:Text here."], Reading.Told(article));
        Assert.Empty(article.Warnings);
    }

    [Fact]
    public void ACodeBlockThatIsNotClosedIsNamedWithItsLine()
    {
        var problem = Assert.Single(Read("Text.\n\n```sh\nls\n```\n\n~~~\nls\n\n## Heading\n\n```\nText.\n").Warnings);
        Assert.Equal((7, Severity.Warning), (problem.Line, problem.Severity));
        Assert.Contains("isn’t closed", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Read("1. One\n   ```\n   ls\n2. Two\n\n> ```\n> ls\n\n```\nls\n```\n").Warnings);
    }

    [Theory]
    [InlineData("| Room | Seats |\n|---|---|\n| Elbe | 4 |\n| Rhine |\n", 4)]
    [InlineData("> | | Seats |\n> |---|---|\n> | Elbe | 4 |\n> | | 5 |\n", null)]
    [InlineData("Room | Seats\n--|--\nElbe | 4 | 3\n", 3)]
    [InlineData("| Room | Seats |\n|---|---|\n| a \\| b | `4|5` |\n| |\t|\n", null)]
    public void ARowWithoutACellForEachColumnIsNamedWithItsLine(string table, int? line) =>
        Assert.Equal(line, Read(table).Warnings.SingleOrDefault()?.Line);

    [Fact]
    public void AMergeThatWasNotResolvedIsNamedAndItsMarksAreNoText()
    {
        var article = Read(
            "# Taxis\n\n<<<<<<< HEAD\nUp to 40 EUR.\n=======\nUp to 60 EUR.\n>>>>>>> feature/taxi\n\n```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n"
        );
        var problem = Assert.Single(article.Warnings);
        Assert.Equal((3, Severity.Warning), (problem.Line, problem.Severity));
        Assert.Equal(["4:Up to 40 EUR.", "6:Up to 60 EUR.", "Code: 10:<<<<<<< a\n11:=======\n12:>>>>>>> b"], Reading.Told(article));
        Assert.Empty(Read("Heading\n=======\n\n<<<<<<< is how a conflict begins.\n").Warnings);
    }

    [Fact]
    public void TheArticleCarriesWhatItsFrontMatterSays()
    {
        var article = Read(
            "---\ntitle: T\ndate: 2025-09-04\nurl: https://example.org/a\nsummary: S\ntags: [a, b]\nauthor: Ann  Other\n---\nText.\n"
        );
        Assert.Equal(new DateOnly(2025, 9, 4), article.Date);
        Assert.Equal("https://example.org/a", article.Url);
        Assert.Equal(("S", "Ann Other"), (article.Summary, article.Author));
        Assert.Equal(["a", "b"], article.Tags);
        Assert.Empty(article.Warnings);
        Assert.All(
            article.Passages,
            passage =>
                Assert.Equal(
                    (article.Date, article.Url, article.Author, article.Hash),
                    (passage.Date, passage.Url, passage.Author, passage.Hash)
                )
        );
    }
}
