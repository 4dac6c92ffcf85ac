using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class KnowledgeCatalogTests
{
    [Fact]
    public void DocumentsStandInTheOrdinalOrderOfTheirPaths()
    {
        var catalog = new KnowledgeCatalog();
        catalog.Replace([Document("b.md"), Document("a/z.md"), Document("B.md"), Document("a.md")]);
        Assert.Equal(["B.md", "a.md", "a/z.md", "b.md"], catalog.Documents.Select(document => document.Path));
    }

    [Fact]
    public void AListThatWasTakenStaysAsItWas()
    {
        var catalog = new KnowledgeCatalog();
        catalog.Replace([Document("a.md")]);
        var taken = catalog.Documents;
        catalog.Replace([]);
        Assert.Single(taken);
        Assert.Empty(catalog.Documents);
    }

    [Theory]
    [InlineData("https://example.org/blob/main/{path}#L{line}", PlaceUnit.Line, "https://example.org/blob/main/a%20b/%7Bline%7D%3F.md#L7")]
    [InlineData("https://example.org/{path}?line={line}", PlaceUnit.Page, "https://example.org/a%20b/%7Bline%7D%3F.md?line=1")]
    [InlineData("", PlaceUnit.Line, null)]
    [InlineData(null, PlaceUnit.Line, null)]
    public void TheLinkOfAFileIsMadeOfThePattern(string? pattern, PlaceUnit unit, string? link) =>
        Assert.Equal(
            link,
            new ArticleAddresses(Some.Knowledge(new KnowledgeOptions { LinkPattern = pattern })).LinkTo(
                "a b/{line}?.md",
                new Place(unit, 7, 9)
            )
        );

    private static IndexedDocument Document(string path) =>
        new()
        {
            Path = path,
            Title = path,
            State = DocumentState.Indexed,
            PassageCount = 1,
        };
}
