using BriefBot.Answers;
using BriefBot.Answers.Understanding;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("why?")]
    [InlineData("and Easley?")]
    [InlineData("what about the mayor")]
    [InlineData("when was that?")]
    [InlineData("did he win?")]
    public void WhatSaysTooLittleAloneLeans(string question) => Assert.True(FollowUpDetector.LeansOn(question, Asked.Understand(question)));

    [Theory]
    [InlineData("who founded the lake company in Selm?")]
    [InlineData("is it true that Merovia has a president named Vesely")]
    public void WhatStandsAloneDoesNot(string question) => Assert.False(FollowUpDetector.LeansOn(question, Asked.Understand(question)));

    [Theory]
    [InlineData("tell me more")]
    [InlineData("ok, what else?")]
    [InlineData("go on")]
    [InlineData("can you tell me more about it please")]
    public void MoreIsAskedOfTheLastQuestionThatAskedForSomething(string text)
    {
        PreviousQuestion[] earlier =
        [
            new("who was first?", []),
            new("who was Ann?", [ScriptedAnswerer.Citation("one")]),
            new("more", [ScriptedAnswerer.Citation("two")]),
        ];
        var (question, before, shown) = MoreRequest.Parse(text, earlier);
        Assert.Equal(("who was Ann?", 1), (question, before));
        Assert.Equal(["one", "two"], shown!.Select(citation => citation.Quote));
    }

    [Theory]
    [InlineData("tell me more about the ships of Selm")]
    [InlineData("who else founded it?")]
    public void WhatAsksForSomethingOfItsOwnIsNoMore(string text) => Assert.Null(MoreRequest.Parse(text, [new("who was Ann?", [])]).Shown);
}
