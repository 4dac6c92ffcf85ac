using System.Diagnostics;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Understands questions and retrieves candidates for their answers. Safe for concurrent use.</summary>
internal sealed class CandidateRetriever(
    ITextAnalyzer analyzer,
    IPassageIndex index,
    ISpelling spelling,
    TimeProvider time,
    IUnitSimilarity? similarity = null,
    IPassageReader? reader = null
)
{
    /// <summary>Maximum number of passages in which an answer is looked for; the weights were learned with it.</summary>
    public const int MaxPassages = 10;

    /// <summary>
    /// Weight of a follow-up's own similarity; the rest is that of the follow-up with the question before it, which alone would favour the
    /// answer to that question.
    /// </summary>
    /// <remarks>Measured on follow-ups in chat's wording, of 0, 0.5, 0.6, 0.7, 0.8 and 1.</remarks>
    private const double OwnShare = 0.7;

    /// <summary>
    /// Offset that makes the blended similarity of a follow-up comparable to that of a stand-alone question, measured on the same
    /// follow-ups.
    /// </summary>
    private const double SaysLess = 0.09;

    /// <summary>Number of passages retrieved by words for each one kept; the nearest in meaning are kept.</summary>
    private const int Looked = 3;

    private readonly CandidateUnits _candidates = new(analyzer);

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <param name="text">The question as it was typed.</param>
    /// <param name="earlier">Earlier questions of the conversation, oldest first.</param>
    /// <param name="synonyms">The folder's, as they are now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">The index can't be read.</exception>
    public Question Understand(string text, IReadOnlyList<string> earlier, SynonymTable synonyms, CancellationToken cancellationToken) =>
        new QuestionAnalyzer(analyzer, synonyms, spelling, Today).Analyze(text, earlier, cancellationToken);

    /// <param name="question">As it was understood.</param>
    /// <param name="maxPassages">Maximum number of passages, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">The index can't be read.</exception>
    public async Task<RetrievalResult> FindAsync(Question question, int maxPassages, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var passages = WithNewestRelease(
            question,
            index.Search(new PassageQuery(question.Terms, similarity is null ? maxPassages : maxPassages * Looked), cancellationToken)
        );
        began = BotMetrics.Stage("search", began);
        var match = new QuestionMatch(question, passages.Terms);
        var near = await NearAsync(question, passages, cancellationToken);
        (passages, near) = Nearest(passages, near, maxPassages);
        began = BotMetrics.Stage("embed", began);
        var found = new RetrievalResult(match, passages, _candidates.Create(match, passages, near, cancellationToken), near is not null)
        {
            Today = Today,
        };
        BotMetrics.Stage("rank", began);
        return found;
    }

    /// <summary>
    /// Moves the newest version of the best changelog to the front where it is asked for: all its versions contain the question's words
    /// alike.
    /// </summary>
    private SearchResult WithNewestRelease(Question question, SearchResult found)
    {
        if (
            reader is null
            || !question.AsksForRelease
            || found.Passages.FirstOrDefault(ranked => ranked.Passage.Release is not null) is not { } release
        )
        {
            return found;
        }

        var newest = reader.Read(release.Passage.Path).Where(passage => passage.Release is not null).MaxBy(passage => passage.Release);
        return newest is null
            ? found
            : found with
            {
                Passages = [found.Passages[0] with { Passage = newest }, .. found.Passages.Where(ranked => ranked.Passage.Id != newest.Id)],
            };
    }

    /// <summary>
    /// Keeps the best passages: half of them by words, and of the others those that hold the units nearest to the question, if that is
    /// known.
    /// </summary>
    private static (SearchResult Passages, IReadOnlyList<IReadOnlyList<double>>? Near) Nearest(
        SearchResult found,
        IReadOnlyList<IReadOnlyList<double>>? near,
        int count
    )
    {
        var byWords = Enumerable.Range(0, Math.Min(near is null ? count : count / 2, found.Passages.Count)).ToArray();
        int[] kept = near is null
            ? byWords
            :
            [
                .. byWords
                    .Concat(
                        Enumerable
                            .Range(byWords.Length, found.Passages.Count - byWords.Length)
                            .OrderByDescending(i => near[i].DefaultIfEmpty().Max())
                            .Take(count - byWords.Length)
                    )
                    .Order(),
            ];
        return (found with { Passages = [.. kept.Select(i => found.Passages[i])] }, near is null ? null : [.. kept.Select(i => near[i])]);
    }

    private async Task<IReadOnlyList<IReadOnlyList<double>>?> NearAsync(
        Question question,
        SearchResult found,
        CancellationToken cancellationToken
    )
    {
        if (similarity is null || found.Passages.Count == 0)
        {
            return null;
        }

        Passage[] passages = [.. found.Passages.Select(ranked => ranked.Passage)];
        var near = await similarity.OfAsync(question.Text, passages, cancellationToken);
        return near is null || question.Own is null ? near
            : await similarity.OfAsync(question.Own, passages, cancellationToken) is { } own ? [.. own.Zip(near, Leaning)]
            : null;
    }

    private static IReadOnlyList<double> Leaning(IReadOnlyList<double> own, IReadOnlyList<double> near) =>
        [.. own.Zip(near, (alone, whole) => (OwnShare * alone) + ((1 - OwnShare) * whole) + SaysLess)];
}

/// <summary>The candidates retrieved for a question, before ranking.</summary>
/// <param name="Match">The question beside the index's statistics.</param>
/// <param name="Passages">The passages.</param>
/// <param name="Candidates">Their units.</param>
/// <param name="IsSemantic">Whether the similarity of all candidates is known.</param>
internal sealed record RetrievalResult(QuestionMatch Match, SearchResult Passages, IReadOnlyList<Candidate> Candidates, bool IsSemantic)
{
    /// <summary>The day on which it was looked for.</summary>
    public required DateOnly Today { get; init; }
}
