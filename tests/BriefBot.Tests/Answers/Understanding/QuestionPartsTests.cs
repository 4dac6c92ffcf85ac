using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;

namespace BriefBot.Tests.Answers.Understanding;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData(
        "when was the parade and who attended? also how long did it last?",
        "when was the parade|and who attended?|how long did it last?"
    )]
    [InlineData("When was it opened? And why was the bridge closed?", "When was it opened?|why was the bridge closed?")]
    [InlineData("1. who is Zhu Feng? 2) where does Easley teach", "who is Zhu Feng?|where does Easley teach")]
    [InlineData("who leads the museum, and what does a ticket cost", "who leads the museum|what does a ticket cost")]
    [InlineData("When was the parade? Why?", "When was the parade?|and Why?")]
    [InlineData("Hi! Two quick questions: when did it end? who won? thanks", "when did it end?|and who won?")]
    [InlineData("Really? when was the parade?", "Really? when was the parade?")]
    public void AMessageIsCutWhereAQuestionEnds(string message, string parts) =>
        Assert.Equal(parts, string.Join('|', QuestionParts.Split(message)));

    [Theory]
    [InlineData("what do Russia and North Korea want")]
    [InlineData("When and where was the treaty signed?")]
    [InlineData("Who is the man who founded the city and who led the army?")]
    [InlineData("what is the town where he lived and where she died")]
    [InlineData("The bridge and what it cost")]
    [InlineData("In 1. division, who won")]
    [InlineData("Is it 2.5 or 3.5 percent?")]
    [InlineData("")]
    [InlineData("?? ?")]
    public void OneQuestionIsLeftAsItIs(string message) => Assert.Equal([message], QuestionParts.Split(message));

    [Fact]
    public void AFifthQuestionIsOneWithTheFourth() =>
        Assert.Equal(
            ["who is Ann?", "who is Bob?", "who is Cid?", "who is Dan? who is Eve?"],
            QuestionParts.Split("who is Ann? who is Bob? who is Cid? who is Dan? who is Eve?")
        );
}
