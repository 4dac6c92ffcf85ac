using BriefBot.Knowledge;

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

    private static IndexedDocument Document(string path) => new() { Path = path, Title = path, State = DocumentState.Indexed, PassageCount = 1 };
}
