using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Answers;

/// <summary>Every sentence of the passages that were found becomes a candidate.</summary>
internal sealed class CandidateSentences(ITextAnalyzer analyzer)
{
    public IReadOnlyList<Candidate> Of(QuestionMatch match, SearchResult found)
    {
        var best = found.Passages.Count > 0 ? Math.Max(found.Passages[0].Score, 1e-9) : 1;
        return [.. found.Passages.SelectMany(ranked => Of(match, ranked, ranked.Score / best))];
    }

    private IEnumerable<Candidate> Of(QuestionMatch match, RankedPassage ranked, double score)
    {
        var source = PassageSentences.Of(ranked.Passage, analyzer);
        var features = new PassageFeatures(match, source, score);
        return source.Sentences.Select(sentence => new Candidate(source, sentence, features.Of(sentence)));
    }
}
