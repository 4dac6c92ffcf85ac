using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class ModelAnswererTests
{
    private const string Question = "When did the ferry to Solvik begin?";

    private const string Ferry =
        """
        # The ferry

        The ferry from Brennhavn to Solvik began on 4 May 1931. It carries 200 passengers and takes six hours. Captain Ada Brook steered it first.

        The ferry does not run in winter. Dogs are allowed on deck.
        """;

    [Fact]
    public async Task ASupportedSentenceThatHoldsWhatWasAskedIsTheAnswerWithTheQuoteThatSupportsIt()
    {
        var (first, last) = await AskAsync(Question, new ScriptedComposer(("On 4 May 1931 the ferry to Solvik began.", 1)));
        Assert.IsType<Answer.Grounded>(first);
        var answer = Assert.IsType<Answer.Grounded>(last);
        Assert.Equal(Composer.Model, answer.Composer);
        Assert.Equal("On 4 May 1931 the ferry to Solvik began. [1]", answer.Text);
        Assert.Equal("The ferry from Brennhavn to Solvik began on 4 May 1931.", Assert.Single(answer.Citations).Quote);
        Assert.Equal((ModelOutcome.Answered, "p"), (answer.Model!.Outcome, answer.Model.PromptVersion));
    }

    [Theory]
    [InlineData("The ferry to Solvik began on 5 May 1931.", "date")]
    [InlineData("The ferry to Solvik began in 1913.", "date")]
    [InlineData("It carries 300 passengers.", "number")]
    [InlineData("Captain Eve Brook steered the ferry first.", "name")]
    [InlineData("The ferry runs in winter.", "negation")]
    [InlineData("The ferry takes six days.", "unit")]
    [InlineData("See https://example.org/x for the ferry.", "link")]
    [InlineData("@everyone the ferry began on 4 May 1931.", "mention")]
    [InlineData("The ferry began <b>on 4 May 1931</b>.", "markup")]
    public async Task ASentenceThatNoPassageSupportsIsDroppedAndTheAnswerWithoutAModelStays(string sentence, string reason)
    {
        var (first, last) = await AskAsync(Question, new ScriptedComposer((sentence, 1)));
        Assert.Equal(ModelOutcome.NotSupported, last.Model!.Outcome);
        Assert.Equal(1, Assert.Contains(reason, last.Model.Dropped));
        Assert.Equal(first, last with { Model = null });
    }

    [Fact]
    public async Task OfSeveralSentencesTheUnsupportedAreLeftOutAndCounted()
    {
        var (_, last) = await AskAsync(
            Question, new ScriptedComposer(("The ferry to Solvik began on 4 May 1931.", 1), ("It carries 900 passengers.", 1), ("It takes six hours.", 1)));
        var answer = Assert.IsType<Answer.Grounded>(last);
        Assert.Equal(["The ferry to Solvik began on 4 May 1931.", "It takes six hours."], answer.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(new Dictionary<string, int> { ["number"] = 1 }, answer.Model!.Dropped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task ASentenceThatCitesWronglyIsCitedAnewWhereAPassageGivenSupportsIt(int passage)
    {
        var (_, last) = await AskAsync(Question, new ScriptedComposer(("The ferry to Solvik began on 4 May 1931.", passage)));
        Assert.Equal(Composer.Model, Assert.IsType<Answer.Grounded>(last).Composer);
    }

    [Fact]
    public async Task ATrueSentenceBesideThePointDoesNotAnswer()
    {
        var (first, last) = await AskAsync(Question, new ScriptedComposer(("Dogs are allowed on deck.", 1)));
        Assert.Equal(ModelOutcome.BesideThePoint, last.Model!.Outcome);
        Assert.Equal(first, last with { Model = null });
    }

    [Fact]
    public async Task ATrueSentenceBesideThePointLeavesARefusalStanding()
    {
        var (first, last) = await AskAsync("What is the population of Solvik?", new ScriptedComposer(("Captain Ada Brook steered the ferry first.", 1)));
        Assert.IsType<Answer.NotFound>(first);
        Assert.Equal((ModelOutcome.BesideThePoint, first), (last.Model!.Outcome, last with { Model = null }));
    }

    [Theory]
    [InlineData(ModelOutcome.NoAnswer)]
    [InlineData(ModelOutcome.TimedOut)]
    [InlineData(ModelOutcome.RateLimited)]
    [InlineData(ModelOutcome.Unavailable)]
    [InlineData(ModelOutcome.OverBudget)]
    public async Task WhereTheModelHasNoAnswerTheOneWithoutItStays(ModelOutcome outcome)
    {
        var (first, last) = await AskAsync(Question, new ScriptedComposer { Outcome = outcome });
        Assert.Equal((outcome, first), (last.Model!.Outcome, last with { Model = null }));
    }

    [Fact]
    public async Task AQuestionInSlangThatIsNotSureIsAnsweredWhereTheModelReadsItInTheWordsOfTheArticles()
    {
        const string slang = "yo whens da ferri bigin";
        var (first, last) = await AskAsync(slang, new ScriptedComposer(("The ferry to Solvik began on 4 May 1931.", 1)) { Reading = "When did the ferry to Solvik begin?" });
        Assert.False(first is Answer.Grounded { IsSure: true });
        Assert.Equal(Composer.Model, Assert.IsType<Answer.Grounded>(last).Composer);
    }

    [Theory]
    [InlineData("Who invented the telephone?", "Who steered the ferry first?")]
    [InlineData("When did the ferry to Aarhus begin?", "When did the ferry to Solvik begin?")]
    [InlineData("How many wolves were shot in 1999?", "How many passengers does the ferry carry?")]
    public async Task AReadingThatAsksSomethingElseLeavesTheRefusalStanding(string question, string reading)
    {
        var composer = new ScriptedComposer(
            ("The ferry to Solvik began on 4 May 1931.", 1), ("It carries 200 passengers.", 1), ("Captain Ada Brook steered the ferry first.", 1))
        { Reading = reading };
        var (first, last) = await AskAsync(question, composer);
        Assert.IsType<Answer.NotFound>(first);
        Assert.IsType<Answer.NotFound>(last);
    }

    [Fact]
    public async Task WhatTheModelLookedForByOtherWordsMayBeCited()
    {
        using var folder = new TemporaryFolder().With("a.md", Ferry).With("b.md", "# Prices\n\nTickets for the ferry to Solvik cost 40 crowns.");
        await using var asked = await AskedFolder.ReadAsync(folder.Path, new ScriptedComposer(("Tickets cost 40 crowns.", 99)) { LooksFor = "tickets cost" });
        var (_, last) = await asked.AskModelAsync("How much do tickets for the ferry cost?");
        Assert.Equal("b.md", Assert.Single(Assert.IsType<Answer.Grounded>(last).Citations).Path);
    }

    [Fact]
    public async Task OfAComparisonBothSidesMustBeHeld()
    {
        using var folder = new TemporaryFolder().With("a.md", "# The Rhine\n\nThe Rhine is 1,230 kilometres long.")
            .With("b.md", "# The Rhone\n\nThe Rhone is 813 kilometres long.");
        var both = new ScriptedComposer(("The Rhine is 1,230 kilometres long.", 1), ("The Rhone is 813 kilometres long.", 2));
        await using var asked = await AskedFolder.ReadAsync(folder.Path, both);
        Assert.Equal(2, Assert.IsType<Answer.Grounded>((await asked.AskModelAsync("Which is longer, the Rhine or the Rhone?")).Last).Sentences.Count);
        await using var half = await AskedFolder.ReadAsync(folder.Path, new ScriptedComposer(("The Rhine is 1,230 kilometres long.", 1)));
        Assert.Equal(ModelOutcome.BesideThePoint, (await half.AskModelAsync("Which is longer, the Rhine or the Rhone?")).Last.Model!.Outcome);
    }

    [Fact]
    public async Task NoModelIsAskedForMoreOfWhatWasShown()
    {
        using var folder = new TemporaryFolder().With("a.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, new ScriptedComposer());
        var first = await asked.AskAsync(Question);
        Assert.True(asked.Model.IsAsked(Question, [], first));
        Assert.False(asked.Model.IsAsked("tell me more", [EarlierQuestion.Of(Question, first)], first));
        Assert.False(asked.Model.IsAsked(Question, [], new Answer.Unavailable("x")));
    }

    private static async Task<(Answer First, Answer Last)> AskAsync(string question, ScriptedComposer composer)
    {
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, composer);
        return await asked.AskModelAsync(question);
    }
}
