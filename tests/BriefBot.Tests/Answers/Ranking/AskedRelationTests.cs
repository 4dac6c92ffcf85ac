using BriefBot.Answers.Ranking;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Ranking;

/// <summary>Whether a unit says what is asked of what is asked about, and not of a neighbour.</summary>
public sealed class AskedRelationTests
{
    [Theory]
    [InlineData("when does the morning tour begin?", "The evening tour begins at 20:30.", true)]
    [InlineData("when does the evening tour begin?", "The evening tour begins at 20:30.", false)]
    [InlineData("where does the green line lead?", "The white line leads to the chapel.", true)]
    [InlineData("how big is the mirror of the large telescope?", "The small telescope has a mirror of 40 centimetres.", true)]
    [InlineData("how big is the mirror of the big telescope?", "The large telescope has a mirror of 90 centimetres.", false)]
    [InlineData("who leads ward 9?", "Ward 4 is led by Maud.", true)]
    [InlineData("what is lunch for year 4?", "Lunch for years 3 to 6 is pasta.", false)]
    [InlineData("what changed in release 2.3?", "Release 2.4 repairs the radar.", true)]
    [InlineData("what changed in release 2.3?", "Release 2.3.0 repairs the radar.", false)]
    [InlineData("default of poll.maxMs", "poll.intervalMs is 250.", true)]
    [InlineData("what does E12 mean", "E15 means water in the base.", true)]
    [InlineData("who won the prize in 2023?", "Tamar won the prize in 2022.", true)]
    [InlineData("is the green line long?", "The white line is long.", false)]
    public void ANeighbourIsPassedOver(string question, string text, bool isPassedOver) =>
        Assert.Equal(isPassedOver, Asked.Of(question, text).Fitting().Length == 0);

    [Fact]
    public void OfAParagraphTheSentenceAboutTheOneAskedAboutIsSaidAlone()
    {
        var findings = Asked.Of("who leads ward 9?", "Ward 4 is led by Sister Maud. Ward 9 is led by Brother Emil.");
        Assert.Equal([1], AskedRelation.Asked(findings.Match, findings.Fitting[0].Candidate.Source, [0, 1]));
    }

    [Theory]
    [InlineData("when does the pool close?", "The pool opens at seven.", true)]
    [InlineData("when does the pool close?", "The pool opens at seven and closes at nine.", false)]
    [InlineData("is the pool open on Mondays?", "The pool is closed on Mondays.", false)]
    [InlineData("what is the minimum age?", "The maximum age is 70.", true)]
    [InlineData("how much is the pass per year?", "The pass is 12 euros a month.", true)]
    public void TheContraryOfWhatIsAskedIsNoAnswer(string question, string text, bool isContrary)
    {
        var findings = Asked.Of(question, text);
        Assert.Equal(isContrary, AskedRelation.IsContrary(findings.Match, findings.All[0].Candidate));
    }

    [Theory]
    [InlineData("how many ships are there?", "There are nine ships in the log.", false)]
    [InlineData("how many ships are there?", "Ships in the log count for renown at the end of round 3.", true)]
    public void ACountIsANumberOfWhatIsCounted(string question, string text, bool lacks)
    {
        var findings = Asked.Of(question, text);
        Assert.Equal(lacks, AskedRelation.LacksCount(findings.Match, findings.All[0].Candidate));
    }

    [Theory]
    [InlineData("why was the fair moved?", "The fair was moved since the meadow was flooded.", false)]
    [InlineData("why was the fair moved?", "The fair is on the meadow.", true)]
    public void AReasonIsGivenByAWordForIt(string question, string text, bool lacks)
    {
        var findings = Asked.Of(question, text);
        Assert.Equal(lacks, AskedRelation.LacksReason(findings.Match, findings.All[0].Candidate));
    }
}
