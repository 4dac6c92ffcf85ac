using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PlainTextArticleReaderTests : LineArticleReaderContract
{
    private protected override IArticleReader Reader { get; } = new PlainTextArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.txt";

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                parts.Select(part =>
                    part is ArticlePart.Heading heading ? $"{heading.Text}\n\n" : $"{((ArticlePart.Paragraph)part).Text}\n\n"
                )
            )
        );

    [Theory]
    [InlineData("The club\n========\n\nOne.\n\nFees\n----\nSixty euros.\n", "4:One.", "[Fees] 8:Sixty euros.")]
    [InlineData("OPENING HOURS\nWe open at nine.\n\nFEES (2026)\nSixty euros.\n", "2:We open at nine.", "[FEES (2026)] 5:Sixty euros.")]
    [InlineData(
        "Q: When do you open?\nA: At nine.\n\nQ2: What is the fee?\nA2: Sixty euros.\n",
        "[When do you open?] 2:At nine.",
        "[What is the fee?] 5:Sixty euros."
    )]
    [InlineData(
        "1. When do you open?\nAt nine.\n\n2) And on Sundays?\n\nAt ten.\n",
        "[When do you open?] 2:At nine.",
        "[And on Sundays?] 6:At ten."
    )]
    [InlineData(
        "[12:03] Ann: The key is at Bo's.\n[12:04] Bo: No, in the shed.\n",
        "1:[12:03] Ann: The key is at Bo's.",
        "2:[12:04] Bo: No, in the shed."
    )]
    [InlineData("It is in the USA.\nNATO\nis not.\n", "1:It is in the USA. 2:NATO 3:is not.")]
    public void AHeadingIsKnownByHowItIsWritten(string text, params string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Reading.Read(Reader, "club.txt", text)));

    [Fact]
    public void AShortLineAloneAtTheTopIsTheTitle() => Assert.Equal("Harbour bridge", Read("Harbour bridge\n\nIt opened in 1932.\n").Title);

    [Fact]
    public void WithoutATitleTheNameOfTheFileIsOne() => Assert.Equal("harbour bridge facts", Read("It opened in 1932.\n").Title);

    [Fact]
    public void AHeadingThatFollowsTextIsNoTitle()
    {
        var article = Read("It opened in 1932.\n\nTraffic\n\nIt carries eight lanes.\n");
        Assert.Equal("harbour bridge facts", article.Title);
        Assert.Equal(["", "Traffic"], article.Passages.Select(passage => passage.Section));
    }

    [Theory]
    [InlineData("Opening hours (summer)")]
    [InlineData("The so-called “coathanger”")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve")]
    public void AShortLineWithoutAnEndMarkIsAHeading(string line) => Assert.Equal(line, Read($"{line}\n\nText below it.\n").Title);

    [Fact]
    public void LinesThatBeginWithABulletAreItems()
    {
        var blocks = Read("Bring these things along, please:\n- a map\n  of the hills\n- cash\n\nSee you there.\n")
            .Passages.Single()
            .Blocks;
        Assert.Equal(
            ["Bring these things along, please:", "a map of the hills", "cash", "See you there."],
            blocks.Select(block => block.Text)
        );
        Assert.Equal([false, true, true, false], blocks.Select(block => block.BeginsItem));
        Assert.Equal([1, 2, 4, 6], blocks.Select(block => block.Places[0].Number));
    }

    [Theory]
    [InlineData("It closed.")]
    [InlineData("He said “stop.”")]
    [InlineData("The rules:")]
    [InlineData("-----")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen")]
    [InlineData("Two lines\nthat run on")]
    public void OtherLinesAreText(string line) => Assert.Equal("harbour bridge facts", Read($"{line}\n\nText below it.\n").Title);
}
