using System.Runtime.CompilerServices;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>
/// Every sentence of the passages that were found becomes a candidate, but for the header rows of tables. What a passage was cut into is kept as long as the
/// index keeps the passage. Safe for concurrent use.
/// </summary>
internal sealed class CandidateSentences(ITextAnalyzer analyzer)
{
    private readonly ConditionalWeakTable<Passage, PassageSentences> _kept = [];

    public IReadOnlyList<Candidate> Of(QuestionMatch match, SearchResult found, CancellationToken cancellationToken)
    {
        var reading = new SynonymReading(match.Terms);
        var best = found.Passages.Count > 0 ? Math.Max(found.Passages[0].Score, 1e-9) : 1;
        return [.. found.Passages.SelectMany(ranked =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Of(match, reading.Read(Cut(ranked.Passage)), ranked.Score / best);
        })];
    }

    private static IEnumerable<Candidate> Of(QuestionMatch match, PassageSentences source, double score)
    {
        var features = new PassageFeatures(match, source, score);
        return source.Sentences.Where(sentence => sentence.Block.Kind != BlockKind.TableHeader).Select(sentence => new Candidate(source, sentence, features.Of(sentence)));
    }

    private PassageSentences Cut(Passage passage) => _kept.GetValue(passage, uncut => PassageSentences.Of(uncut, analyzer));
}
