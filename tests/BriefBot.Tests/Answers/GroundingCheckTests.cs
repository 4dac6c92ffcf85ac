using BriefBot.Answers;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class GroundingCheckTests
{
    private static readonly Passage Passage = Some.Passage("unused") with
    {
        Blocks =
        [
            new TextBlock { Text = "One two three. Four five six.", Kind = BlockKind.Prose, Places = [new PlaceStart(0, 3), new PlaceStart(15, 4)] },
            Some.Block("Seven.", line: 6),
        ],
    };

    [Fact]
    public void AQuoteThatStandsOnItsLinesHolds() => Assert.True(Holds("Four five six.", 4, 4));

    [Fact]
    public void AQuoteOverTwoLinesHolds() => Assert.True(Holds("three. Four", 3, 4));

    [Fact]
    public void WhiteSpaceIsFolded() => Assert.True(Holds("Four  five\nsix.", 4, 4));

    [Theory]
    [InlineData("Four five seven.", 4, 4)]
    [InlineData("four five six.", 4, 4)]
    [InlineData("Four five six.", 3, 3)]
    [InlineData("Four five six.", 4, 3)]
    [InlineData("", 3, 4)]
    [InlineData("Seven.", 4, 4)]
    public void WhatDoesNotStandThereDoesNotHold(string quote, int first, int last) => Assert.False(Holds(quote, first, last));

    [Fact]
    public void AnotherVersionOfTheFileDoesNotHold() =>
        Assert.False(GroundingCheck.Holds(Citation("Seven.", 6, 6) with { Hash = "other" }, Passage));

    [Fact]
    public void AnotherFileDoesNotHold() => Assert.False(GroundingCheck.Holds(Citation("Seven.", 6, 6) with { Path = "b.md" }, Passage));

    [Fact]
    public void AnotherHeadingDoesNotHold() => Assert.False(GroundingCheck.Holds(Citation("Seven.", 6, 6) with { Section = "Another" }, Passage));

    [Fact]
    public void APageIsNoLine() => Assert.False(GroundingCheck.Holds(Citation("Seven.", 6, 6) with { Place = new Place(PlaceUnit.Page, 6, 6) }, Passage));

    private static bool Holds(string quote, int first, int last) => GroundingCheck.Holds(Citation(quote, first, last), Passage);

    private static Citation Citation(string quote, int first, int last) =>
        ScriptedAnswerer.Citation(quote) with { Section = "", Place = new Place(PlaceUnit.Line, first, last) };
}
