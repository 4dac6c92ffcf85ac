using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Selection;

public sealed class ReplyUnitsTests
{
    [Fact]
    public void AParagraphComesWhole() =>
        Assert.Equal(
            ["The mill burnt in 1931. The lake is deep."],
            Reply(1, "when did the mill burn", "The mill burnt in 1931. The lake is deep.")
        );

    [Fact]
    public void OfALongParagraphTheBestSentenceIsAlwaysThere() =>
        Assert.Equal(["The mill burnt in 1931."], Reply(1, "when did the mill burn", "The mill burnt in 1931. " + Long));

    [Fact]
    public void WhatASentenceLeansOnComesBeforeIt() =>
        Assert.Equal(
            ["Ann Berg built the mill. But she sold the mill to Tobias Wend."],
            Reply(3, "to whom was the mill sold", "Ann Berg built the mill. But she sold the mill to Tobias Wend. " + Long)
        );

    [Fact]
    public void WithoutRoomItStandsAlone() =>
        Assert.Equal(
            ["But she sold the mill to Tobias Wend."],
            Reply(1, "to whom was the mill sold", "Ann Berg built the mill. But she sold the mill to Tobias Wend. " + Long)
        );

    [Fact]
    public void NothingIsSaidTwice() =>
        Assert.Single(Reply(3, "when did the mill burn", "The mill burnt in 1931.", "The mill burnt in 1931."));

    [Fact]
    public void AShortListComesWholeUnderItsIntroduction() =>
        Assert.Equal(
            ["Bring these:", "a map", "a torch", "cash"],
            Reply(2, "list what to bring", [Some.Block("Bring these:"), Item("a map", 2), Item("a torch", 3), Item("cash", 4)])
        );

    [Fact]
    public void OneItemThatIsAskedForComesWithItsIntroductionOnly() =>
        Assert.Equal(
            ["Tolls are these:", "lorries pay nine marks"],
            Reply(
                3,
                "which tolls do lorries pay",
                [
                    Some.Block("Tolls are these:"),
                    Item("cars pay two marks", 2),
                    Item("lorries pay nine marks", 3),
                    Item("bikes pay none", 4),
                ]
            )
        );

    [Fact]
    public void OfALongListTheFirstTwelveItemsCome() =>
        Assert.Equal(
            ["Bring these:", .. Enumerable.Range(0, 12).Select(i => $"thing {i}")],
            Reply(3, "list what to bring", [Some.Block("Bring these:"), .. Enumerable.Range(0, 20).Select(i => Item($"thing {i}", i + 2))])
        );

    [Fact]
    public void OfARowTheColumnThatIsAskedForIsSaidUnderItsName() =>
        Assert.Equal(
            [" | Pip", "Height | 1.95 m"],
            Reply(
                1,
                "how tall is pip, what height",
                [Some.Block("| Doris | Pip", BlockKind.TableHeader), Some.Block("Height | 2.9 m | 1.95 m", BlockKind.TableRow, 3)]
            )
        );

    [Fact]
    public void OfARowThatTheQuestionNamesInThatColumnAllIsSaid() =>
        Assert.Equal(
            ["Day | Club | Run by", "Tue | Chess | Mr Lindqvist"],
            Reply(
                1,
                "who does the chess club",
                [Some.Block("Day | Club | Run by", BlockKind.TableHeader), Some.Block("Tue | Chess | Mr Lindqvist", BlockKind.TableRow, 3)]
            )
        );

    [Theory]
    [InlineData("what is the box of the Lasta 2 made of", 1)]
    [InlineData("what is the box made of", 2)]
    public void TheSectionOfAnotherModelIsNotJoinedToThatOfTheOneThatIsAskedFor(string question, int said) =>
        Assert.Equal(
            said,
            Reply(
                3,
                Asked.Of(
                    question,
                    Some.Passage("The box is made of birch wood.", headings: "Lasta 2"),
                    Some.Passage("The box is made of light grey foam.", ordinal: 1, headings: "Lasta 4")
                )
            ).Length
        );

    private const string Long =
        "Far away the long road winds on through valleys of grass and stone where shepherds sit at evening and count their sheep while clouds pass over. "
        + "Nothing stirs there but the wind and a few birds that nest among the rocks, and travellers who have lost their way ask in vain for a roof, "
        + "since every door is shut and the lamps are out long before nightfall.";

    private static TextBlock Item(string text, int line) => Some.Block(text, BlockKind.ListItem, line);

    private static string[] Reply(int most, string question, params string[] texts) => Reply(most, Asked.Of(question, texts));

    private static string[] Reply(int most, string question, TextBlock[] blocks) => Reply(most, Asked.Of(question, blocks));

    private static string[] Reply(int most, RankedUnits findings) =>
        [.. new ReplyUnits(RankingModel.Shipped, most).Choose(findings).Select(quotation => quotation.Text)];
}
