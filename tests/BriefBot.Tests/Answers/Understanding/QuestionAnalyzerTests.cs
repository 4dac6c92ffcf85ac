using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

public sealed class QuestionAnalyzerTests
{
    private readonly QuestionAnalyzer _analyzer = new(
        LuceneAnalyzers.English,
        SynonymTable.Empty,
        new CountingPassageIndex(),
        new DateOnly(2026, 11, 29)
    );

    [Theory]
    [InlineData("When did they meet?", "Date")]
    [InlineData("in which year was it", "Date")]
    [InlineData("What happens when rock folds?", "Anything")]
    [InlineData("how many soldiers went", "Number")]
    [InlineData("what is the population of India", "Number")]
    [InlineData("How long did it last?", "Duration")]
    [InlineData("How long is the Rhine?", "Number")]
    [InlineData("who runs the center", "Person")]
    [InlineData("Who is Zhu Feng?", "Definition")]
    [InlineData("where was it", "Place")]
    [InlineData("Why did Modi skip the parade?", "Reason")]
    [InlineData("how come he left", "Reason")]
    [InlineData("What is BriefBot?", "Definition")]
    [InlineData("how does it work with files", "Manner")]
    [InlineData("wat did he say", "Anything")]
    [InlineData("whos the dean", "Person")]
    public void TheKindOfAnswerIsUnderstood(string question, string expected) =>
        Assert.Equal(expected, Analyze(question, []).Expected.ToString());

    [Theory]
    [InlineData("What did Trump say about the parade?", "trump parad")]
    [InlineData("when did the parade take place?", "parad")]
    [InlineData("where was the parade held", "parad")]
    [InlineData("who", "who")]
    [InlineData("Do you store my questions?", "briefbot store question")]
    [InlineData("what is this bot for", "briefbot")]
    [InlineData("what can you do", "briefbot")]
    [InlineData("can you tell me about tariffs", "tariff")]
    [InlineData("how do you bake bread", "bake bread")]
    [InlineData("What do India and the US want?", "india us want")]
    [InlineData("what does he want from us", "want")]
    public void OnlyWhatTheQuestionIsAboutIsLookedFor(string question, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyze(question, []).Terms.Select(term => term.Term)));

    [Fact]
    public void AFollowUpLeansOnTheQuestionBefore()
    {
        var question = Analyze("and Russia?", ["How high are the tariffs on India?"]);
        Assert.Contains(question.Terms, term => term.Term == "tariff" && term.Boost < 1);
        Assert.Contains(question.Terms, term => term.Term == "russia" && term.Boost == 1);
        Assert.DoesNotContain(question.Terms, term => term.Term == "india");
        Assert.Equal(AnswerType.Number, question.Expected);
    }

    [Fact]
    public void WhatTakesAnothersPlaceCountsMoreThanAllThatWasThereBefore()
    {
        var question = Analyze("and easley?", ["who is zhu feng"]);
        Assert.Equal(1, question.Terms.Single(term => term.Word == "easley").Boost);
        Assert.True(question.Terms.Where(term => term.Word != "easley").Sum(term => term.Boost) < 1);
    }

    [Fact]
    public void WhyAloneAsksWhyOfTheQuestionBefore()
    {
        var question = Analyze("why?", ["Did Modi skip the parade?"]);
        Assert.Equal(["modi", "skip", "parad"], question.Terms.Select(term => term.Term));
        Assert.Equal(AnswerType.Reason, question.Expected);
    }

    [Fact]
    public void AQuestionThatStandsAloneLeansOnNothing() =>
        Assert.DoesNotContain(
            Analyze("Who is Leif-Eric Easley of Ewha University?", ["How high are the tariffs?"]).Terms,
            term => term.Term == "tariff"
        );

    [Theory]
    [InlineData("what is the population of north korea", "population")]
    [InlineData("how old is he", "age")]
    [InlineData("who is the president of France", "president")]
    [InlineData("what does the president want", null)]
    public void APropertyThatIsAskedForIsSeen(string question, string? property) =>
        Assert.Equal(property, Analyze(question, []).Property?.Name);

    [Fact]
    public void NoQuestionMakesItThrow()
    {
        var random = new Random(99);
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(1, 0xFFFF)));
            Assert.NotNull(Analyze(text, [text]));
        }
    }

    private Question Analyze(string text, IReadOnlyList<string> earlier) =>
        _analyzer.Analyze(text, earlier, TestContext.Current.CancellationToken);
}
