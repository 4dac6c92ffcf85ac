using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Ranking;

public sealed class CandidateSentencesTests
{
    private readonly CountingAnalyzer _analyzer = new();
    private readonly CandidateSentences _candidates;

    public CandidateSentencesTests() => _candidates = new CandidateSentences(_analyzer);

    [Fact]
    public void TheSamePassageIsCutOnceWhicheverObjectItIs()
    {
        Assert.Equal(2, Of(Some.Passage("One sentence. Another one.")).Count);
        var analyzed = _analyzer.Count;
        Assert.Equal(2, Of(Some.Passage("One sentence. Another one.")).Count);
        Assert.Equal(analyzed, _analyzer.Count);
    }

    [Fact]
    public void AnotherVersionOfTheFileIsCutAnew()
    {
        Of(Some.Passage("One sentence."));
        Assert.Equal("Another one.", Assert.Single(Of(Some.Passage("Another one.") with { Hash = "another" })).Sentence.Text);
    }

    private IReadOnlyList<Candidate> Of(Passage passage)
    {
        var found = new SearchResult { Passages = [new RankedPassage(passage, 1)], Terms = [], PassageCount = 1 };
        return _candidates.Of(new QuestionMatch(Asked.Understand("one?"), []), found, null, TestContext.Current.CancellationToken);
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
