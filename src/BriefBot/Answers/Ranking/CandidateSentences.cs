using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>
/// Every sentence of the passages that were found becomes a candidate, but for the header rows of tables. What the same
/// passage was cut into lately is kept, whichever object the index hands out for it. Safe for concurrent use.
/// </summary>
internal sealed class CandidateSentences(ITextAnalyzer analyzer)
{
    private readonly RecentlyRead<Passage, PassageSentences> _cut = new(
        passage => PassageSentences.Of(passage, analyzer),
        same: EqualityComparer<Passage>.Create((one, other) => Version(one) == Version(other), passage => Version(passage).GetHashCode()));

    /// <param name="match">The question.</param>
    /// <param name="found">The passages.</param>
    /// <param name="similarity">For each passage how near its sentences are to the question, or null where that is not known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<Candidate> Of(QuestionMatch match, SearchResult found, IReadOnlyList<IReadOnlyList<double>>? similarity, CancellationToken cancellationToken)
    {
        var reading = new SynonymReading(match.Terms);
        var best = found.Passages.Count > 0 ? Math.Max(found.Passages[0].Score, 1e-9) : 1;
        return [.. found.Passages.SelectMany((ranked, i) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Of(match, reading.Read(_cut.Get(ranked.Passage)), ranked.Score / best, similarity?[i]);
        })];
    }

    private static (string? Path, string? Hash, int? Ordinal) Version(Passage? passage) => (passage?.Path, passage?.Hash, passage?.Ordinal);

    private static IEnumerable<Candidate> Of(QuestionMatch match, PassageSentences source, double score, IReadOnlyList<double>? similarity)
    {
        var features = new PassageFeatures(match, source, score, similarity);
        return source.Sentences
            .Where(sentence => sentence.Block.Kind != BlockKind.TableHeader)
            .Select(sentence => new Candidate(source, sentence, features.Of(sentence)));
    }
}
