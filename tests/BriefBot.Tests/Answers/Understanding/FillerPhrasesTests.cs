using BriefBot.Answers.Understanding;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

/// <summary>What is said around a question decides nothing.</summary>
public sealed class FillerPhrasesTests
{
    private readonly QuestionAnalyzer _analyzer = new(
        LuceneAnalyzers.English,
        SynonymTable.Empty,
        new CountingPassageIndex(),
        new DateOnly(2026, 11, 29)
    );

    [Theory]
    [InlineData("lol who built the bridge btw", "Who built the bridge?")]
    [InlineData("anyone know who built the bridge?", "Who built the bridge?")]
    [InlineData("Does anybody happen to know who built the bridge", "Who built the bridge?")]
    [InlineData("according to the article, who built the bridge?", "Who built the bridge?")]
    [InlineData("does it say who built the bridge, i forgot", "Who built the bridge?")]
    [InlineData("dumb question but who built the bridge lmao", "Who built the bridge?")]
    [InlineData("Just wondering: how high are the towers? I can’t remember", "How high are the towers?")]
    [InlineData("no idea tbh, how high are the towers", "How high are the towers?")]
    public void AQuestionMeansTheSameWithAndWithout(string asked, string meant)
    {
        var (with, without) = (Analyze(asked), Analyze(meant));
        Assert.Equal(without.Terms.Select(term => term.Term), with.Terms.Select(term => term.Term));
        Assert.Equal(without.Expected, with.Expected);
        Assert.Equal(without.AskedFor, with.AskedFor);
    }

    [Theory]
    [InlineData("what does tbh mean", "tbh")]
    [InlineData("who are the homies", "homi")]
    [InlineData("who is jk rowling", "jk rowl")]
    [InlineData("does Ty work as an rn", "ty work rn")]
    [InlineData("How many people remember the article?", "peopl rememb articl")]
    [InlineData("What is a simple question?", "simpl question")]
    public void WhatIsAskedAboutIsNoAside(string asked, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyze(asked).Terms.Select(term => term.Term)));

    [Fact]
    public void AFollowUpOfAsidesAloneLeansOnTheQuestionBefore() =>
        Assert.Contains(Analyze("why tho lol", "who built the bridge").Terms, term => term.Term == "bridg");

    private Question Analyze(string text, params string[] earlier) =>
        _analyzer.Analyze(text, earlier, TestContext.Current.CancellationToken);
}
