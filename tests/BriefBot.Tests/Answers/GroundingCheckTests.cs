using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class GroundingCheckTests
{
    private static readonly Passage Passage = Some.Passage("unused") with
    {
        Blocks =
        [
            new TextBlock
            {
                Text = "One two three. Four five six.",
                Kind = BlockKind.Prose,
                Places = [new PlaceStart(0, 3), new PlaceStart(15, 4)],
            },
            Some.Block("Seven.", line: 6),
        ],
    };

    [Fact]
    public void AQuoteThatStandsOnItsLinesHolds() => Assert.True(Holds("Four five six.", 4, 4));

    [Fact]
    public void AQuoteOverTwoLinesHolds() => Assert.True(Holds("three. Four", 3, 4));

    [Fact]
    public void WhiteSpaceIsFolded() => Assert.True(Holds("Four  five\nsix.", 4, 4));

    [Theory]
    [InlineData("Four five seven.", 4, 4)]
    [InlineData("four five six.", 4, 4)]
    [InlineData("Four five six.", 3, 3)]
    [InlineData("Four five six.", 4, 3)]
    [InlineData("", 3, 4)]
    [InlineData("Seven.", 4, 4)]
    public void WhatDoesNotStandThereDoesNotHold(string quote, int first, int last) => Assert.False(Holds(quote, first, last));

    [Fact]
    public void APageIsNoLine() => Assert.Null(Ground(new Claim(Passage, new Place(PlaceUnit.Page, 6, 6), "Seven.")));

    [Fact]
    public void ACitationSaysWhereTheQuoteWasRead()
    {
        var citation = Assert.Single(Ground(Claim("Seven.", 6, 6))!.Citations);
        Assert.Equal(
            (1, Passage.Path, Passage.Title, Passage.Section, Passage.Hash, 6, "Seven."),
            (citation.Number, citation.Path, citation.Title, citation.Section, citation.Hash, citation.FirstLine, citation.Quote)
        );
    }

    [Fact]
    public void ASentenceInOtherWordsThanItsQuotesDoesNotPass() =>
        Assert.Empty(Check.Verify([new CopiedSentence("Eight.", Claim("Seven.", 6, 6))]));

    [Fact]
    public void AGeneratedSentenceThatRestsOnNothingDoesNotPassEvenIfAVerifierConfirmsIt()
    {
        Assert.Null(VerifiedSentence.Verify(Check.Check(new DraftSentence("Seven boats sail.")), verdict: true, out var problem));
        Assert.NotNull(problem);
    }

    [Fact]
    public void AConfirmedSentenceWhoseQuoteDoesNotStandThereDoesNotPass()
    {
        var draft = new CheckedDraft(new DraftSentence("Nine.")) { Claims = [Claim("Nine.", 6, 6)] };
        Assert.Null(VerifiedSentence.Verify(draft, verdict: true, out var problem));
        Assert.Equal("quote", problem);
    }

    [Fact]
    public void WhatPassesIsNumberedThrough()
    {
        var answer = Assembler.Assemble(
            Check.Verify([Quote("One two three.", 3), Quote("Nothing.", 3), Quote("Seven.", 6)]),
            AnswerSource.Extractive,
            0.5
        );
        Assert.Equal(["One two three. [1]", "Seven. [2]"], answer!.Sentences.Select(sentence => sentence.ToString()));
        Assert.Equal([1, 2], answer.Citations.Select(citation => citation.Number));
        Assert.Equal((0.5, AnswerSource.Extractive), (answer.Confidence, answer.Composer));
    }

    private static GroundingCheck Check => new(LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());

    private static AnswerAssembler Assembler => new(new KnowledgeCatalog(), new ArticleAddresses(Some.Knowledge()));

    private static bool Holds(string quote, int first, int last) => Ground(Claim(quote, first, last)) is not null;

    private static Answer.Grounded? Ground(Claim claim) =>
        Assembler.Assemble(Check.Verify([new CopiedSentence(claim.Quote, claim)]), AnswerSource.Extractive, 1);

    private static CopiedSentence Quote(string text, int line) => new(text, Claim(text, line, line));

    private static Claim Claim(string quote, int first, int last) => new(Passage, new Place(PlaceUnit.Line, first, last), quote);
}
