using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PassageCutterTests
{
    private static readonly ArticleHead Head = new() { Path = "a.md", Title = "A", Hash = Some.Hash, Date = new DateOnly(2025, 9, 4), Url = "https://example.org" };

    [Fact]
    public void ShortParagraphsAreJoinedUntilThereAreEnoughWords() =>
        Assert.Equal([3, 1], Cut(Prose(25), Prose(25), Prose(25), Prose(25)));

    [Fact]
    public void APassageNeverGrowsOverItsLimit() => Assert.Equal([1, 1], Cut(Prose(50), Prose(150)));

    [Fact]
    public void ALongParagraphStaysWhole() => Assert.Equal([1, 1], Cut(Prose(500), Prose(10)));

    [Fact]
    public void AListStaysWithTheLineThatIntroducesIt() =>
        Assert.Equal([1, 4], Cut(Prose(60), Some.Block("These are they:"), Item(), Item(), Item()));

    [Fact]
    public void AListThatIsTooLongIsCutBetweenItsItems()
    {
        var passages = Cut([.. Enumerable.Repeat(Item(30), 20)]);
        Assert.True(passages.Length > 1);
        Assert.Equal(20, passages.Sum());
    }

    [Fact]
    public void NoPassageCrossesAHeading()
    {
        var passages = Some.Cutter().Cut(Head, [new Section([], [Prose(5)]), new Section(["One"], [Prose(5)]), new Section(["Two"], [])]);
        Assert.Equal([("", 0), ("One", 1)], passages.Select(passage => (passage.Section, passage.Ordinal)));
    }

    [Fact]
    public void APassageCarriesAllThatACitationNeeds()
    {
        var passage = Assert.Single(Some.Cutter().Cut(Head, [new Section(["One"], [Prose(5)])]));
        Assert.Equal((Head.Path, Head.Title, Head.Hash, Head.Date, Head.Url), (passage.Path, passage.Title, passage.Hash, passage.Date, passage.Url));
    }

    private static int[] Cut(params TextBlock[] blocks) =>
        [.. Some.Cutter().Cut(Head, [new Section([], blocks)]).Select(passage => passage.Blocks.Count)];

    private static TextBlock Prose(int words) => Some.Block(Some.Words(words));

    private static TextBlock Item(int words = 5) => Some.Block(Some.Words(words), kind: BlockKind.ListItem);
}
