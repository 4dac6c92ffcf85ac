using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Chooses what is said of two that are compared.</summary>
internal static class ComparedSentences
{
    /// <summary>
    /// For each of the two the paragraph or sentence that speaks of both and holds as much of what is asked as the best of each; else the best that speaks of it. None is
    /// left for one that nothing speaks of.
    /// </summary>
    /// <param name="comparison">The two.</param>
    /// <param name="first">What was found for the first.</param>
    /// <param name="second">What was found for the second.</param>
    public static (RankedUnits First, RankedUnits Second) Select(Comparison comparison, RankedUnits first, RankedUnits second)
    {
        var (one, other) = (first.Of(comparison.First), second.Of(comparison.Second));
        var both =
            from scored in one.Fitting
            where scored.Candidate.Unit.Kind is UnitKind.Paragraph or UnitKind.Sentence
            where first.Holds(scored.Candidate, comparison.First, alone: true) && second.Holds(scored.Candidate, comparison.Second, alone: true)
            from same in other.Fitting
            where same.Candidate.Id == scored.Candidate.Id
            where HoldsAsMuch(scored, one.Fitting[0]) && HoldsAsMuch(same, other.Fitting[0])
            orderby scored.Score + same.Score descending
            select (one with { Fitting = [scored] }, other with { Fitting = [same] });
        return both.FirstOrDefault((one with { Fitting = [.. one.Fitting.Take(1)] }, other with { Fitting = [.. other.Fitting.Take(1)] }));
    }

    /// <summary>Whether a unit of both holds as much of what is asked of one as the best unit of that one does.</summary>
    private static bool HoldsAsMuch(ScoredUnit unit, ScoredUnit best) =>
        unit.Candidate.Features[RankingFeature.FullCoverage] >= best.Candidate.Features[RankingFeature.FullCoverage];
}
