using BriefBot.Answers.Understanding;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

public sealed class QuestionSpellingTests : IDisposable
{
    private readonly LucenePassageIndex _index = IndexFolder.InMemory();

    public QuestionSpellingTests() =>
        _index.Apply([Some.Article("a.md", "The band gave a concert at the castle.", "The bank gave a loan to the harbour.")], [], []);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("Who built the Casstle?", "Who built the Castle?")]
    [InlineData("whcih castle was it", "which castle was it")]
    [InlineData("harbuor and castle, harbuor again", "harbour and castle, harbour again")]
    [InlineData("who built the castle?", "who built the castle?")]
    [InlineData("who built the zeppelin?", "who built the zeppelin?")]
    public void MisspeltWordsStandAsTheyAreMeant(string typed, string meant) => Assert.Equal(meant, Mend(typed).Text);

    [Fact]
    public void HowAWordWasTypedIsKept() =>
        Assert.Equal(("harbour", "harbuor"), Mend("where is the harbuor").Terms.Select(term => (term.Word, term.Typed)).Single());

    [Theory]
    [InlineData("who gave the concert", "band")]
    [InlineData("who gave the loan", "bank")]
    public void AShortQuestionIsReadWithTheOneBefore(string before, string meant) =>
        Assert.Equal($"the {meant}?", Mend("the banf?", before).Text);

    [Fact]
    public void WhatTheFolderSaysInOtherWordsIsSpeltRight()
    {
        var (table, _) = SynonymTable.Create([new("synonyms.txt", 1, ["harbur"], ["castle"])], LuceneAnalyzers.English);
        Assert.Equal("the harbur?", Mend("the harbur?", synonyms: table).Text);
    }

    private CorrectedText Mend(string text, string? before = null, SynonymTable? synonyms = null) =>
        new QuestionSpelling(_index, new ContentTerms(LuceneAnalyzers.English, synonyms ?? SynonymTable.Empty)).Mend(
            text,
            before,
            TestContext.Current.CancellationToken
        );
}
