using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Ranking;

public sealed class CandidateUnitsTests
{
    private readonly CountingAnalyzer _analyzer = new();
    private readonly CandidateUnits _candidates;

    public CandidateUnitsTests() => _candidates = new CandidateUnits(_analyzer);

    [Fact]
    public void TheSamePassageIsCutOnceWhicheverObjectItIs()
    {
        Assert.Single(Of(Some.Passage("One sentence. Another one.")));
        var analyzed = _analyzer.Count;
        Assert.Single(Of(Some.Passage("One sentence. Another one.")));
        Assert.Equal(analyzed, _analyzer.Count);
    }

    [Fact]
    public void AnotherVersionOfTheFileIsCutAnew()
    {
        Of(Some.Passage("One sentence."));
        Assert.Equal("Another one.", Assert.Single(Of(Some.Passage("Another one.") with { Hash = "another" })).Text);
    }

    private IReadOnlyList<Candidate> Of(Passage passage)
    {
        var found = new SearchResult
        {
            Passages = [new RankedPassage(passage, 1)],
            Terms = [],
            PassageCount = 1,
        };
        return _candidates.Create(new QuestionMatch(Asked.Understand("one?"), []), found, null, TestContext.Current.CancellationToken);
    }

    private sealed class CountingAnalyzer : ITextAnalyzer
    {
        public int Count { get; private set; }

        public IReadOnlyList<Token> Analyze(string text)
        {
            Count++;
            return LuceneAnalyzers.English.Analyze(text);
        }
    }
}
