using BriefBot.Retrieval;

namespace BriefBot.Tests.Retrieval;

public sealed class EditCostTests
{
    [Theory]
    [InlineData("river", "river")]
    public void TheSameWordCostsNothing(string typed, string meant) => Assert.Equal(0, EditCost.Compute(typed, meant, 2));

    [Theory]
    [InlineData("rver", "river")]
    [InlineData("rivver", "river")]
    [InlineData("rivar", "river")]
    [InlineData("rievr", "river")]
    public void OneSlipCostsOneAtTheMost(string typed, string meant) => Assert.InRange(EditCost.Compute(typed, meant, 2), 0.1, 1);

    [Fact]
    public void WhatIsFartherThanAllowedCostsMoreThanAnything() =>
        Assert.Equal(double.PositiveInfinity, EditCost.Compute("river", "mountain", 2));

    [Fact]
    public void ANeighbouringKeyIsHitMoreEasilyThanAnother() =>
        Assert.True(EditCost.Compute("rivwr", "river", 1) < EditCost.Compute("rivpr", "river", 1));
}
