using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Selection;

/// <summary>Whose words a sentence gives, and what follows from that for "what did X say".</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("Linde said that the ferry is late.")]
    [InlineData("Pavel Linde, who runs the ferry, also told reporters that it is late.")]
    [InlineData("“The ferry is late,” said the manager Linde.")]
    [InlineData("According to Pavel Linde, the ferry is late.")]
    [InlineData("In Linde's view the ferry is late.")]
    [InlineData("Linde: “The ferry is late.”")]
    public void TheWordsAreTheSpeakers(string sentence) =>
        Assert.Equal([sentence], Asked.Of("what did Linde say about the ferry?", sentence).Fitting());

    [Theory]
    [InlineData("Aho said of Linde that the ferry is late.")]
    [InlineData("The ferry of Linde is late.")]
    [InlineData("Linde wrecked the ferry that Aho praised.")]
    public void TheWordsAreSomebodyElsesOrNobodys(string sentence) =>
        Assert.Empty(Asked.Of("what did Linde say about the ferry?", sentence).Fitting());

    [Fact]
    public void APronounSpeaksForWhoWasNamedBefore() =>
        Assert.Equal(
            ["He added that the ferry is late."],
            Asked.Of("what did Linde say about the ferry?", "Linde met the mayor.", "He added that the ferry is late.").Fitting()
        );

    [Fact]
    public void WordsAboutSomethingElseDoNotAnswer() =>
        Assert.Empty(Asked.Of("what did Linde say about the ferry?", "Linde said that apples are red.", "The ferry is late.").Fitting());

    [Fact]
    public void AThingNeedsNoWordOfSpeech() =>
        Assert.Contains(
            "Under the treaty tolls are free.",
            Asked.Of("what does the treaty say about tolls", "Under the treaty tolls are free.").Fitting()
        );

    [Fact]
    public void WhereItIsAskedLooselyOthersWillDo() =>
        Assert.Equal(["The ferry is late."], Asked.Of("according to Linde, why is the ferry late", "The ferry is late.").Fitting());
}
