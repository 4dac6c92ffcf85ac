using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Answers;

public sealed class AnswerRefinerTests
{
    private const string Question = "When did the ferry to Solvik begin?";

    private const string Ferry = """
        # The ferry

        The ferry from Brennhavn to Solvik began on 4 May 1931. It carries 200 passengers and takes six hours. Captain Ada Brook steered it first.

        The ferry does not run in winter. Dogs are allowed on deck.
        """;

    [Fact]
    public async Task ASupportedSentenceThatHoldsWhatWasAskedIsTheAnswerWithTheQuoteThatSupportsIt()
    {
        var (first, last) = await AskAsync(Question, new ScriptedGenerator(("On 4 May 1931 the ferry to Solvik began.", 1)));
        Assert.IsType<Answer.Grounded>(first);
        var answer = Assert.IsType<Answer.Grounded>(last);
        Assert.Equal(AnswerSource.Model, answer.Composer);
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
    [InlineData("The ferry is mine.", "role")]
    [InlineData("See https://example.org/x for the ferry.", "link")]
    [InlineData("@everyone the ferry began on 4 May 1931.", "mention")]
    [InlineData("The ferry began <b>on 4 May 1931</b>.", "markup")]
    public async Task ASentenceThatNoPassageSupportsIsDroppedAndTheAnswerWithoutAModelStays(string sentence, string reason)
    {
        var (first, last) = await AskAsync(Question, new ScriptedGenerator((sentence, 1)));
        Assert.Equal(ModelOutcome.NotSupported, last.Model!.Outcome);
        Assert.Equal(1, Assert.Contains(reason, last.Model.Dropped));
        Assert.Equal(first, last with { Model = null });
    }

    [Fact]
    public async Task OfSeveralSentencesTheUnsupportedAreLeftOutAndCounted()
    {
        var (_, last) = await AskAsync(
            Question,
            new ScriptedGenerator(
                ("The ferry to Solvik began on 4 May 1931.", 1),
                ("It carries 900 passengers.", 1),
                ("It takes six hours.", 1)
            )
        );
        var answer = Assert.IsType<Answer.Grounded>(last);
        Assert.Equal(
            ["The ferry to Solvik began on 4 May 1931.", "It takes six hours."],
            answer.Sentences.Select(sentence => sentence.Text)
        );
        Assert.Equal(new Dictionary<string, int> { ["number"] = 1 }, answer.Model!.Dropped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task ASentenceThatCitesWronglyIsCitedAnewWhereAPassageGivenSupportsIt(int passage)
    {
        var (_, last) = await AskAsync(Question, new ScriptedGenerator(("The ferry to Solvik began on 4 May 1931.", passage)));
        Assert.Equal(AnswerSource.Model, Assert.IsType<Answer.Grounded>(last).Composer);
    }

    [Fact]
    public async Task WhetherAProvenSentenceAnswersIsTheModelsToJudge()
    {
        var (first, last) = await AskAsync(
            "yo who drove da ferry back in the day",
            new ScriptedGenerator(("Captain Ada Brook steered the ferry first.", 1))
        );
        Assert.False(first is Answer.Grounded { IsSure: true });
        Assert.True(Assert.IsType<Answer.Grounded>(last) is { Composer: AnswerSource.Model, IsSure: true });
    }

    [Fact]
    public async Task WhereTheFirstSentenceIsNotProvenTheModelIsAskedOnceMoreAndToldWhy()
    {
        var composer = new ScriptedGenerator(("The ferry to Solvik began in 1913.", 1), ("It takes six hours.", 1))
        {
            Repaired = [("The ferry to Solvik began on 4 May 1931.", 1)],
        };
        var (_, last) = await AskAsync(Question, composer);
        Assert.Equal("The ferry to Solvik began on 4 May 1931. [1]", Assert.IsType<Answer.Grounded>(last).Text);
        Assert.Equal([new UnprovenSentence("The ferry to Solvik began in 1913.", "date")], composer.Asked!.Unproven);
    }

    [Fact]
    public async Task WhereThatIsNotProvenEitherTheAnswerWithoutAModelStays()
    {
        var (first, last) = await AskAsync(
            Question,
            new ScriptedGenerator(("The ferry to Solvik began in 1913.", 1)) { Repaired = [("It began in 1914.", 1)] }
        );
        Assert.Equal((ModelOutcome.NotSupported, first), (last.Model!.Outcome, last with { Model = null }));
    }

    [Fact]
    public async Task ASecondReplyHasOnlyTheTimeThatTheFirstLeft()
    {
        var time = new FakeTimeProvider();
        var composer = new ScriptedGenerator(("The ferry to Solvik began in 1913.", 1))
        {
            Repaired = [("The ferry to Solvik began on 4 May 1931.", 1)],
            Writes = () => time.Advance(TimeSpan.FromSeconds(new ModelOptions().TimeoutSeconds + 1)),
        };
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, composer, time: time);
        var (first, last) = await asked.AskModelAsync(Question);
        Assert.Equal((ModelOutcome.NotSupported, first), (last.Model!.Outcome, last with { Model = null }));
    }

    [Fact]
    public async Task ThatTheModelFindsNoAnswerWithdrawsTheOneWithoutIt()
    {
        var (first, last) = await AskAsync(Question, new ScriptedGenerator { Outcome = ModelOutcome.NoAnswer });
        Assert.IsType<Answer.Grounded>(first);
        var nothing = Assert.IsType<Answer.NotFound>(last);
        Assert.Equal(ModelOutcome.NoAnswer, nothing.Model!.Outcome);
        Assert.NotEmpty(nothing.Closest);
    }

    [Theory]
    [InlineData(ModelOutcome.TimedOut)]
    [InlineData(ModelOutcome.RateLimited)]
    [InlineData(ModelOutcome.Unavailable)]
    [InlineData(ModelOutcome.OverBudget)]
    public async Task WhereTheModelCanNotBeAskedTheAnswerWithoutItStays(ModelOutcome outcome)
    {
        var (first, last) = await AskAsync(Question, new ScriptedGenerator { Outcome = outcome });
        Assert.Equal((outcome, first), (last.Model!.Outcome, last with { Model = null }));
    }

    [Fact]
    public async Task WhatTheModelLookedForByOtherWordsMayBeCited()
    {
        using var folder = new TemporaryFolder()
            .With("a.md", Ferry)
            .With("b.md", "# Prices\n\nTickets for the ferry to Solvik cost 40 crowns.");
        await using var asked = await AskedFolder.ReadAsync(
            folder.Path,
            new ScriptedGenerator(("Tickets cost 40 crowns.", 99)) { LooksFor = "tickets cost" }
        );
        var (_, last) = await asked.AskModelAsync("How much do tickets for the ferry cost?");
        Assert.Equal("b.md", Assert.Single(Assert.IsType<Answer.Grounded>(last).Citations).Path);
    }

    [Fact]
    public async Task OfAComparisonThePassagesOfBothSidesAreGiven()
    {
        using var folder = new TemporaryFolder()
            .With("a.md", "# The Rhine\n\nThe Rhine is 1,230 kilometres long.")
            .With("b.md", "# The Rhone\n\nThe Rhone is 813 kilometres long.");
        var both = new ScriptedGenerator(("The Rhine is 1,230 kilometres long.", 1), ("The Rhone is 813 kilometres long.", 2));
        await using var asked = await AskedFolder.ReadAsync(folder.Path, both);
        Assert.Equal(
            2,
            Assert.IsType<Answer.Grounded>((await asked.AskModelAsync("Which is longer, the Rhine or the Rhone?")).Last).Sentences.Count
        );
    }

    [Fact]
    public async Task WhatWasFoundForTheFirstAnswerIsNotLookedForAgainAndIsForgottenThen()
    {
        var index = new CountingPassageIndex();
        index.Apply([Some.Article("a.md", "The ferry to Solvik began on 4 May 1931.")], [], []);
        var readiness = new KnowledgeReadiness();
        readiness.Ready();
        var composer = new ScriptedGenerator(("The ferry to Solvik began on 4 May 1931.", 1));
        var first = await SomeAnswerer
            .Of(index, index, readiness, new KnowledgeCatalog(), model: composer)
            .AnswerAsync(Question, [], TestContext.Current.CancellationToken);
        var model = SomeAnswerer.Model(index, index, composer);
        var last = await model.RefineAsync(Question, [], "ann", first, begun: null, TestContext.Current.CancellationToken);
        Assert.Equal((AnswerSource.Model, 1), (Assert.IsType<Answer.Grounded>(last).Composer, index.Searches));
        Assert.Same(first, await model.RefineAsync(Question, [], "ann", first, begun: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NoModelIsAskedForMoreOfWhatWasShown()
    {
        using var folder = new TemporaryFolder().With("a.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, new ScriptedGenerator());
        var first = await asked.AskAsync(Question);
        Assert.NotNull(first.Attempt);
        Assert.Null((await asked.AskAsync("tell me more", Question)).Attempt);
    }

    private static async Task<(Answer First, Answer Last)> AskAsync(string question, ScriptedGenerator composer)
    {
        using var folder = new TemporaryFolder().With("ferry.md", Ferry);
        await using var asked = await AskedFolder.ReadAsync(folder.Path, composer);
        return await asked.AskModelAsync(question);
    }
}
