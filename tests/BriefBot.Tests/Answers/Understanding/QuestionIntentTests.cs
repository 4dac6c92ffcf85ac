using BriefBot.Answers.Understanding;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

/// <summary>What a question wants beyond the sentence that fits it best.</summary>
public sealed class QuestionIntentTests
{
    [Theory]
    [InlineData("What did Trump say about the parade?", "trump")]
    [InlineData("what does the mayor of Selm think of the plan", "the mayor of selm")]
    [InlineData("according to Pavel Linde, what does the new ship save", "pavel linde")]
    [InlineData("what is Holm's view on electricity", "holm")]
    [InlineData("what was Radovan saying", "radovan")]
    public void TheSpeakerIsNamed(string question, string name) => Assert.Equal(name, Assert.IsType<QuotationIntent>(Form(question)).Name);

    [Theory]
    [InlineData("what does the article say about ships")]
    [InlineData("what do people say about moss")]
    [InlineData("what did you say")]
    [InlineData("what is the capital of Merovia")]
    public void NobodyInParticularIsNoSpeaker(string question) => Assert.IsNotType<QuotationIntent>(Form(question));

    [Fact]
    public void APronounStandsForWhomTheQuestionBeforeWasAbout()
    {
        var saying = Assert.IsType<QuotationIntent>(Asked.Understand("what did he say about the ships?", "who is Pavel Linde").Form);
        Assert.Equal(["lind", "pavel"], saying.Speaker.Order());
    }

    [Theory]
    [InlineData("which is older, the mill or the church?", "mill", "church")]
    [InlineData("compare the mill with the church", "mill", "church")]
    [InlineData("is the Heron faster than the Solberg", "Heron", "Solberg")]
    [InlineData("what is the difference between wool and felt", "wool", "felt")]
    [InlineData("Glass Museum vs Railway Museum", "Glass Museum", "Railway Museum")]
    [InlineData("how does oak differ from ash?", "oak", "ash")]
    public void TheTwoThatAreComparedAreNamed(string question, string first, string second)
    {
        var comparison = Assert.IsType<Comparison>(Form(question));
        Assert.Equal((first, second), (comparison.First.Name, comparison.Second.Name));
    }

    [Theory]
    [InlineData("was the wall older or younger")]
    [InlineData("are they older than the fault or younger?")]
    [InlineData("did they come by train or by bus")]
    public void AComparativeIsNoThingThatIsCompared(string question) => Assert.IsNotType<Comparison>(Form(question));

    [Theory]
    [InlineData("which came first, the mill or the church", AnswerType.Date)]
    [InlineData("which is cheaper, the mill or the church", AnswerType.Number)]
    [InlineData("which is better, the mill or the church", null)]
    public void WhatIsComparedIsADateOrANumber(string question, object? measure) =>
        Assert.Equal((AnswerType?)measure, Assert.IsType<Comparison>(Form(question)).Measure);

    [Theory]
    [InlineData("list the demands")]
    [InlineData("name the three ships")]
    [InlineData("tell me all the names")]
    [InlineData("which ships cross the lake")]
    [InlineData("what are the rules of the hut")]
    [InlineData("who were the founders")]
    public void SeveralThingsAreAskedFor(string question) => Assert.IsType<ListIntent>(Form(question));

    [Theory]
    [InlineData("which year was it")]
    [InlineData("what is the news")]
    [InlineData("how many ships are there")]
    [InlineData("what is her name")]
    public void OneThingIsNoList(string question) => Assert.IsNotType<ListIntent>(Form(question));

    private static QuestionIntent? Form(string question) => Asked.Understand(question).Form;
}
