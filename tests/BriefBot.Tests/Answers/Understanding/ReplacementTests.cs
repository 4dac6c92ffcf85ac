using BriefBot.Answers.Understanding;

namespace BriefBot.Tests.Answers.Understanding;

/// <summary>Follow-ups that put one thing in the place of another.</summary>
public sealed class ReplacementTests
{
    [Theory]
    [InlineData("how much is a lid for the small hive?", "no, I meant the large hive", "how much is a lid for the large hive?")]
    [InlineData("how much is a jar of clover honey?", "no, the forest one", "how much is a jar of forest honey?")]
    [InlineData("how much is a jar of clover honey?", "ok, and forest honey?", "how much is a jar of forest honey?")]
    [InlineData("where is the stopcock in the first flat?", "and in the second flat?", "where is the stopcock in the second flat?")]
    [InlineData("when does it open in summer?", "and in winter?", "when does it open in winter?")]
    [InlineData("when does the pool open on Saturday", "what about sunday", "when does the pool open on sunday")]
    [InlineData("Which days does Year 4 have PE?", "and year 6?", "Which days does year 6 have PE?")]
    [InlineData("what changed in 2.3?", "and 2.4?", "what changed in 2.4?")]
    public void TheQuestionBeforeIsAskedOfTheOther(string earlier, string text, string read) =>
        Assert.Equal(read, Replacement.Parse(text, earlier));

    [Theory]
    [InlineData("how big a room is the D16 good for", "and the pro?")]
    [InlineData("how much does the Crane cost?", "and what does it do?")]
    [InlineData("how much does the Crane cost?", "why?")]
    [InlineData("how much does the Crane cost?", "and how much does the Heron cost?")]
    public void WhereItsPlaceIsNotPlainNothingIsReplaced(string earlier, string text) => Assert.Null(Replacement.Parse(text, earlier));

    [Fact]
    public void ItGoesBackThroughSeveral() =>
        Assert.Equal(
            "when does it open in spring?",
            Fakes.Asked.Understand("and in spring?", "when does it open in summer?", "and in winter?").Text
        );
}
