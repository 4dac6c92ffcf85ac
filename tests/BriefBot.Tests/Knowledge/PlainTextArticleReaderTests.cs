using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PlainTextArticleReaderTests : ArticleReaderContract
{
    protected override IArticleReader Reader { get; } = new PlainTextArticleReader(Some.Cutter());

    [Fact]
    public void AShortLineAloneIsAHeadingAndTheFirstIsTheTitle()
    {
        var article = Assert.IsType<ReadResult.Read>(Read("The big news\n\nIt begins here.\n\nWhat follows\n\nIt ends here.")).Article;
        Assert.Equal("The big news", article.Title);
        Assert.Equal(["", "What follows"], article.Passages.Select(passage => passage.Section));
    }

    [Fact]
    public void WithoutAHeadingTheFileNamesTheArticle() =>
        Assert.Equal("some file", Assert.IsType<ReadResult.Read>(Read("A sentence, which ends.")).Article.Title);

    [Fact]
    public void HeadingsAloneAreNoArticle() =>
        Assert.Contains("only headings", Failed("One\n\nTwo"u8.ToArray()).Message, StringComparison.Ordinal);
}
