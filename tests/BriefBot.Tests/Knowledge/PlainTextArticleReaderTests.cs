using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PlainTextArticleReaderTests : LineArticleReaderContract
{
    private protected override IArticleReader Reader { get; } = new PlainTextArticleReader(Some.Cutter(), Some.Knowledge());

    private protected override string Name => "notes/harbour-bridge_facts.txt";

    private protected override byte[] Write(IEnumerable<ArticlePart> parts) => Encoding.UTF8.GetBytes(string.Concat(parts.Select(part =>
        part is ArticlePart.Heading heading ? $"{heading.Text}\n\n" : $"{((ArticlePart.Paragraph)part).Text}\n\n")));

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
        var blocks = Read("Bring these things along, please:\n- a map\n  of the hills\n- cash\n\nSee you there.\n").Passages.Single().Blocks;
        Assert.Equal(["Bring these things along, please:", "a map of the hills", "cash", "See you there."], blocks.Select(block => block.Text));
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
