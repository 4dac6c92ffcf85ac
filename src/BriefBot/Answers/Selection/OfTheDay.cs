using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Selection;

/// <summary>Finds the units of the day, month or year asked for, however they write it.</summary>
internal static class OfTheDay
{
    /// <summary>Minimum share of the best unit's coverage of the question.</summary>
    private const double LeastHeld = 0.75;

    /// <summary>
    /// Returns the units of that day before all others, without those of another day; as they are where none is of it or none is asked for.
    /// </summary>
    public static IReadOnlyList<ScoredUnit> First(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        var days = match.Question.Days;
        if (days.Count == 0 || ranked.Count == 0)
        {
            return ranked;
        }

        var least = LeastHeld * ranked[0].Candidate.Features[RankingFeature.FullRelated];
        ScoredUnit[] same =
        [
            .. ranked.Where(scored => scored.Candidate.Features[RankingFeature.FullRelated] >= least && IsOf(days, scored.Candidate)),
        ];
        return same.Length == 0
            ? ranked
            :
            [
                same[0] with
                {
                    Score = Math.Max(same[0].Score, ranked[0].Score),
                },
                .. same.Skip(1),
                .. ranked.Where(scored => !same.Contains(scored) && scored.Candidate.Dates is { Own.Count: 0, Written: null }),
            ];
    }

    /// <summary>
    /// Returns whether the only date in a unit's text is one of <paramref name="days"/>, or it has none and was written then.
    /// </summary>
    private static bool IsOf(IReadOnlyList<AskedDay> days, Candidate candidate) =>
        candidate.Dates switch
        {
            { Own: [var only] } => days.Any(asked => asked.Holds(only)),
            { Own: [], Written: { } written } => days.Any(asked => asked.Holds(written)),
            _ => false,
        };
}
