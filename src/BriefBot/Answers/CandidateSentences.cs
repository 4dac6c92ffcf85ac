using System.Collections.Concurrent;
using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Answers;

/// <summary>
/// Every sentence of the passages that were found becomes a candidate. Passages that were cut into sentences once are kept
/// so, up to a limit. Safe for concurrent use.
/// </summary>
internal sealed class CandidateSentences(ITextAnalyzer analyzer)
{
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<(string Id, string Hash), PassageSentences> _kept = new();

    public IReadOnlyList<Candidate> Of(QuestionMatch match, SearchResult found)
    {
        var reading = new SynonymReading(match.Terms);
        var best = found.Passages.Count > 0 ? Math.Max(found.Passages[0].Score, 1e-9) : 1;
        return [.. found.Passages.SelectMany(ranked => Of(match, reading.Read(Cut(ranked.Passage)), ranked.Score / best))];
    }

    private static IEnumerable<Candidate> Of(QuestionMatch match, PassageSentences source, double score)
    {
        var features = new PassageFeatures(match, source, score);
        return source.Sentences.Select(sentence => new Candidate(source, sentence, features.Of(sentence)));
    }

    private PassageSentences Cut(Passage passage)
    {
        // A hash stands for a version of a file, so what is kept is never out of date.
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd((passage.Id, passage.Hash), _ => PassageSentences.Of(passage, analyzer));
    }
}
