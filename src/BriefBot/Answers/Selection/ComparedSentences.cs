using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Selects the units of a comparison.</summary>
internal static class ComparedSentences
{
    /// <summary>
    /// Selects for each side the unit that speaks of both and matches the question as well as the best of each; otherwise the best that
    /// speaks of that side, or none.
    /// </summary>
    /// <param name="comparison">The two.</param>
    /// <param name="first">The units for the first side.</param>
    /// <param name="second">The units for the second side.</param>
    public static (RankedUnits First, RankedUnits Second) Select(Comparison comparison, RankedUnits first, RankedUnits second)
    {
        var (one, other) = (first.For(comparison.First), second.For(comparison.Second));
        var both =
            from scored in one.Fitting
            where scored.Candidate.Unit.Kind is UnitKind.Paragraph or UnitKind.Sentence
            where
                first.Holds(scored.Candidate, comparison.First, alone: true)
                && second.Holds(scored.Candidate, comparison.Second, alone: true)
            from same in other.Fitting
            where same.Candidate.Id == scored.Candidate.Id
            where HoldsAsMuch(scored, one.Fitting[0]) && HoldsAsMuch(same, other.Fitting[0])
            orderby scored.Score + same.Score descending
            select (one with { Fitting = [scored] }, other with { Fitting = [same] });
        return both.FirstOrDefault((one with { Fitting = [.. one.Fitting.Take(1)] }, other with { Fitting = [.. other.Fitting.Take(1)] }));
    }

    /// <summary>Returns whether a unit of both sides matches the question for one side as well as the best unit of that side.</summary>
    private static bool HoldsAsMuch(ScoredUnit unit, ScoredUnit best) =>
        unit.Candidate.Features[RankingFeature.FullCoverage] >= best.Candidate.Features[RankingFeature.FullCoverage];
}
