namespace BriefBot.Tests.Answers.Entailment;

public sealed class SupportPairTests
{
    [Fact]
    public void HalfOfThePairsAreTrueAndOfEachKindOfChangeThereAreAsMany()
    {
        Assert.Equal(150, SupportPair.All.Count(pair => pair.Changed is null));
        Assert.Equal(
            [25, 25, 25, 25, 25, 25],
            SupportPair.All.Select(pair => pair.Changed).OfType<string>().CountBy(kind => kind).Select(kind => kind.Value)
        );
        Assert.Equal(300, SupportPair.All.DistinctBy(pair => (pair.Passage, pair.Sentence)).Count());
    }
}
