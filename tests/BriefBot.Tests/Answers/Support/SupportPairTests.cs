namespace BriefBot.Tests.Answers.Support;

public sealed class SupportPairTests
{
    [Fact]
    public void HalfOfThePairsAreTrueAndOfEachKindOfChangeThereAreAsMany()
    {
        Assert.Equal(150, SupportPair.All.Count(pair => pair.Changed is null));
        Assert.All(SupportPair.All.Where(pair => pair.Changed is not null).CountBy(pair => pair.Changed), kind => Assert.Equal(25, kind.Value));
        Assert.Equal(300, SupportPair.All.DistinctBy(pair => (pair.Passage, pair.Sentence)).Count());
    }
}
