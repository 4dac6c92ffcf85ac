using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>
/// Makes candidates of the units of passages. Caches the units of recent passages by content, since the index returns new objects. Safe for
/// concurrent use.
/// </summary>
internal sealed class CandidateUnits(ITextAnalyzer analyzer)
{
    private readonly GenerationalCache<Passage, PassageSentences> _cut = new(
        passage => PassageSentences.Parse(passage, analyzer),
        same: PassageVersion.Comparer
    );

    /// <param name="match">The question.</param>
    /// <param name="found">The passages.</param>
    /// <param name="similarity">
    /// For each passage the cosine of each of its units with the question, or null where that is not known.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<Candidate> Create(
        QuestionMatch match,
        SearchResult found,
        IReadOnlyList<IReadOnlyList<double>>? similarity,
        CancellationToken cancellationToken
    )
    {
        var reading = new SynonymReading(match.Terms);
        var best = found.Passages.Count > 0 ? Math.Max(found.Passages[0].Score, 1e-9) : 1;
        return
        [
            .. found.Passages.SelectMany(
                (ranked, i) =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var source = reading.Read(_cut.Get(ranked.Passage));
                    var features = new UnitFeatures(match, source, ranked.Score / best, similarity?[i]);
                    return source.AnswerUnits.Select(
                        (unit, ordinal) =>
                            new Candidate(source, unit, features.Compute(ordinal))
                            {
                                LazyDates = new Lazy<UnitDates>(() => UnitDates.Read(source, unit, analyzer)),
                            }
                    );
                }
            ),
        ];
    }
}
