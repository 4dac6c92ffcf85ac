using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PlainTextArticleReaderTests : ArticleReaderContract
{
    private protected override IArticleReader Reader { get; } = new PlainTextArticleReader(Some.Cutter());

    private protected override string Name => "notes/harbour-bridge_facts.txt";

    private protected override string OnlyHeadings => "Harbour bridge\n\nHistory\n";

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

    [Theory]
    [InlineData("It closed.")]
    [InlineData("He said “stop.”")]
    [InlineData("The rules:")]
    [InlineData("-----")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen")]
    [InlineData("Two lines\nthat run on")]
    public void OtherLinesAreText(string line) => Assert.Equal("harbour bridge facts", Read($"{line}\n\nText below it.\n").Title);
}
