using BriefBot.Knowledge;
using BriefBot.Knowledge.Folder;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;

namespace BriefBot.Tests.Retrieval;

public sealed class SynonymsTests
{
    private readonly Synonyms _synonyms = new(LuceneAnalyzers.English);

    [Fact]
    public void EachOfTheLikeStandsForTheOthersAndOneWayIsOneWay()
    {
        Assert.Empty(Replace("SCO, Shanghai Cooperation Organisation, the pact", "NK => North Korea"));
        Assert.Equal(["sco: Shanghai Cooperation Organisation, the pact"], Find("the S.C.O.?"));
        Assert.Equal(["pact: SCO, Shanghai Cooperation Organisation"], Find("pacts"));
        Assert.Equal(["nk: North Korea"], Find("nk"));
        Assert.Empty(Find("North Korea"));
    }

    [Fact]
    public void EachWordOfAGroupHasAShareOfItsSynonym()
    {
        Replace("People's Republic of China, PRC");
        Assert.Equal(["peopl: PRC", "republ: PRC", "china: PRC"], Find("the peoples republic of China"));
        Assert.Empty(Find("the republic of China"));
        Assert.All(
            _synonyms.Table.Find(LuceneAnalyzers.English.Analyze("people's republic of china")).Values,
            found => Assert.Equal(1.0 / 3, found[0].Share)
        );
    }

    [Fact]
    public void TheLongestGroupCounts()
    {
        Replace("York, Eboracum", "New York, NYC");
        Assert.Equal(["new: NYC", "york: NYC"], Find("New York"));
        Assert.Equal(["york: Eboracum"], Find("York"));
    }

    [Fact]
    public void RulesForTheSameWordAddUp()
    {
        Replace("a1 => b1", "a1 => c1, b1");
        Assert.Equal(["a1: b1, c1"], Find("a1"));
    }

    [Fact]
    public void RulesInACircleEnd()
    {
        Assert.Empty(Replace("a1 => b1", "b1 => c1", "c1 => a1", "d1 => d1"));
        Assert.Equal(["a1: b1"], Find("a1"));
        Assert.Empty(Find("d1"));
    }

    [Fact]
    public void AWordThatIsLeftOutOfEverySearchIsABadRule()
    {
        var problem = Assert.Single(Replace("a1, b1", "IT, information technology"));
        Assert.Equal("synonyms.txt:2: “IT” is too common to be searched for. Use a longer term, or remove it.", problem.ToString());
        Assert.Single(Find("a1"));
        Assert.Empty(Find("information technology"));
    }

    [Fact]
    public void ANameOfManyWordsIsABadRule() =>
        Assert.Equal(1, Assert.Single(Replace($"a1, {string.Join(' ', Enumerable.Repeat("b1", 11))}")).Line);

    [Fact]
    public void OnlySoManySynonymsOfAWordAreUsed()
    {
        var problems = Replace([.. Enumerable.Range(0, 30).Select(i => $"a1 => b{i}")]);
        Assert.Equal(Enumerable.Range(21, 10), problems.Select(problem => problem.Line ?? 0));
        Assert.Equal(20, _synonyms.Table.Find(LuceneAnalyzers.English.Analyze("a1"))["a1"].Count);
    }

    [Fact]
    public void EveryWordOfARuleIsKnown()
    {
        Replace("Zylon Hub => data platform");
        Assert.All(LuceneAnalyzers.English.Analyze("zylon hub data platform"), word => Assert.True(_synonyms.Table.Knows(word.Term)));
        Assert.False(_synonyms.Table.Knows("nylon"));
    }

    [Fact]
    public void ATableThatWasTakenNeverChanges()
    {
        Replace("a1, b1");
        var taken = _synonyms.Table;
        Replace();
        Assert.True(taken.Knows("a1"));
        Assert.True(_synonyms.Table.IsEmpty);
    }

    private IReadOnlyList<Problem> Replace(params string[] lines) => _synonyms.Replace([.. lines.Select((line, i) => Rule(line, i + 1))]);

    private static SynonymRule Rule(string line, int number)
    {
        var sides = line.Split(" => ").Select(side => side.Split(", ")).ToArray();
        return new SynonymRule("synonyms.txt", number, sides[0], sides[^1]);
    }

    private IEnumerable<string> Find(string question) =>
        _synonyms
            .Table.Find(LuceneAnalyzers.English.Analyze(question))
            .Where(found => found.Value.Count > 0)
            .Select(found => $"{found.Key}: {string.Join(", ", found.Value.Select(synonym => synonym.Text))}");
}
