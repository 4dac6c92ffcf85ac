using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Verification;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Answers;

public sealed class ExtractiveWriterTests
{
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    private static readonly ExtractiveWriter Writer = new(RankingModel.Shipped, Options.Create(new AnswersOptions { MaxSentences = 1 }));

    [Fact]
    public void ItCopiesTheBestUnitAndTheCopyIsVerified()
    {
        var copied = Writer.Write(Asked.Of("When did the ferry to Solvik begin?", Truth, "It carries 200 passengers."), isSure: true);
        Assert.Equal(Truth, Assert.Single(copied).Text);
        var check = new GroundingCheck(LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());
        Assert.Equal(Truth, Assert.Single(Assert.Single(check.Verify(copied)).Claims).Quote);
    }

    [Fact]
    public void OnlyASureAnswerHasHighlights()
    {
        var ranked = Asked.Of("When did the ferry to Solvik begin?", Truth);
        Assert.NotEmpty(Assert.Single(Writer.Write(ranked, isSure: true)).Highlights);
        Assert.Empty(Assert.Single(Writer.Write(ranked, isSure: false)).Highlights);
    }

    [Fact]
    public void WithoutEligibleUnitsItWritesNothing() =>
        Assert.Empty(Writer.Write(Asked.Of("Who invented the telephone?", Array.Empty<string>()), isSure: true));
}
