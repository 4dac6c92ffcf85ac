using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Choosing;

/// <summary>Which sentences may answer a question of its form, beside those of <see cref="AttributionTests"/>.</summary>
public sealed class FittingTests
{
    [Theory]
    [InlineData("is the museum open on Monday", "The museum is closed on Monday.")]
    [InlineData("did Ann attend the signing", "Ann Berg did not attend the signing.")]
    [InlineData("can i smoke in the hut", "Smoking is forbidden in the hut.")]
    public void WhatMeansTheSameOrTheOppositeSettlesIt(string question, string sentence) => Assert.Equal([sentence], Asked.Of(question, sentence).Fitting());

    [Theory]
    [InlineData("is the museum open on Sunday", "The library is large.")]
    [InlineData("did Ann attend the signing", "Ann Berg grows roses.")]
    public void WhatOnlySharesTheSubjectOrNothingSettlesNothing(string question, string sentence) =>
        Assert.DoesNotContain(sentence, Asked.Of(question, sentence, "The signing took place in May.").Fitting());

    [Fact]
    public void OfSeveralThatAreAskedForTheSentenceThatNamesMostComesFirst() =>
        Assert.StartsWith("Ships cross to the ports Selm, Karsfeld, Plaun and Orrin.",
            Asked.Of("which ports do the ships cross to", "The lake is cold.", "Ships cross to the ports by the northern shore in summer.",
            "Ships cross to the ports Selm, Karsfeld, Plaun and Orrin.").Fitting().First(IsOne), StringComparison.Ordinal);

    [Fact]
    public void AClauseIsNoItemOfARow() =>
        Assert.Equal("The ships are the Heron, the Marit and the Solberg.",
            Asked.Of("which ships are there", "The ships are old, although they leak, because they are small, and sail.",
            "The ships are the Heron, the Marit and the Solberg.").Fitting().First(IsOne));

    /// <summary>Whether it is no section of several paragraphs.</summary>
    private static bool IsOne(string unit) => !unit.Contains('\n', StringComparison.Ordinal);
}
