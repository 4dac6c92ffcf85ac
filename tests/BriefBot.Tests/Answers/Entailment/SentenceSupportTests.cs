using BriefBot.Answers.Entailment;
using BriefBot.Answers.Language;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Entailment;

/// <summary>
/// The first run of the check on the 300 pairs, as soon as it compiled: 118 of 150 true sentences passed (79 %) and 16 of 150 changed ones
/// (11 %: 6 negations, 5 names, 4 roles, 1 date). Now: 128 (85 %) and 3 (2 %: 2 names, 1 role); the pairs
/// were looked at between, so on others expect less.
/// </summary>
public sealed class SentenceSupportTests(ITestOutputHelper output)
{
    private static readonly SentenceSupport Support = new(LuceneAnalyzers.English);

    [Fact]
    public void OfTheTruePairsMostPassAndOfTheChangedHardlyAny()
    {
        var passing = SupportPair.All.ToLookup(pair => pair.Changed ?? "true", Passes);
        foreach (var kind in passing)
        {
            output.WriteLine($"{kind.Key}: {kind.Count(passes => passes)} of {kind.Count()} pass");
        }

        var changed = passing.Where(kind => kind.Key != "true").ToArray();
        Assert.True(passing["true"].Count(passes => passes) >= 0.8 * 150);
        Assert.True(changed.Sum(kind => kind.Count(passes => passes)) <= 0.03 * 150);
        Assert.All(changed, kind => Assert.True(kind.Count(passes => passes) <= 0.08 * 25));
    }

    [Theory]
    [InlineData("The pump holds 40 litres.", nameof(UnsupportedReason.Number))]
    [InlineData("The pump holds 30 gallons.", nameof(UnsupportedReason.Unit))]
    [InlineData("The pump holds at least 30 litres.", nameof(UnsupportedReason.Bound))]
    [InlineData("It was built in 1989.", nameof(UnsupportedReason.Date))]
    [InlineData("Ann Kerr built the pump.", nameof(UnsupportedReason.Name))]
    [InlineData("The pump does not hold 30 litres.", nameof(UnsupportedReason.Negation))]
    [InlineData("Ann Lowe was built by the pump.", nameof(UnsupportedReason.Role))]
    [InlineData("Its makers call it “the old pump”.", nameof(UnsupportedReason.Quote))]
    [InlineData("Elephants graze beyond the savannah.", nameof(UnsupportedReason.Words))]
    public void WhatIsNotSupportedIsNamed(string sentence, string problem) =>
        Assert.Equal(
            problem,
            Problem("The pump holds 30 litres. Ann Lowe built the pump in 1988; its makers call it “the iron heart”.", sentence).ToString()
        );

    [Fact]
    public void ATrueSentencePassesWithTheSentenceOfThePassageThatSaysIt()
    {
        var passage = Passage("The pump holds 30 litres. Ann Lowe built it in 1988. It stands in the yard.");
        var (sentences, problem) = Support.Find("In 1988 it was built by Ann Lowe.", passage);
        Assert.Null(problem);
        Assert.Equal(["Ann Lowe built it in 1988."], sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void ASentenceThatSaysNothingIsNotSupported() =>
        Assert.Equal(UnsupportedReason.Words, Problem("The pump holds 30 litres.", "It is so."));

    [Fact]
    public void WhatIsTooLongForASentenceIsNotRead() =>
        Assert.Equal(UnsupportedReason.Words, Problem("The pump holds 30 litres.", Some.Words(500, "pump")));

    private static bool Passes(SupportPair pair) => Problem(pair.Passage, pair.Sentence) is null;

    private static UnsupportedReason? Problem(string passage, string sentence) => Support.Find(sentence, Passage(passage)).Problem;

    private static PassageSentences Passage(string text) => PassageSentences.Parse(Some.Passage(text, title: ""), LuceneAnalyzers.English);
}
