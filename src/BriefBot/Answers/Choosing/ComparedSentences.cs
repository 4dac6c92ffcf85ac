using BriefBot.Answers.Questions;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Choosing;

/// <summary>Chooses what is said of two that are compared.</summary>
internal static class ComparedSentences
{
    /// <summary>
    /// For each of the two the sentence that speaks of both (no row of a table, which speaks of one), when it comes close to the best of each; else the best that
    /// speaks of it. None is left for one that nothing speaks of.
    /// </summary>
    /// <param name="comparison">The two.</param>
    /// <param name="first">What was found for the first.</param>
    /// <param name="second">What was found for the second.</param>
    /// <param name="within">How much less than the best a sentence of both may score.</param>
    public static (Findings First, Findings Second) Of(Comparison comparison, Findings first, Findings second, double within)
    {
        var (one, other) = (first.Of(comparison.First), second.Of(comparison.Second));
        var both =
            from scored in one.Fitting
            where scored.Sentence.Block.Kind == BlockKind.Prose
            where first.Holds(scored.Candidate, comparison.First, alone: true) && second.Holds(scored.Candidate, comparison.Second, alone: true)
            from same in other.Fitting
            where same.Candidate.Id == scored.Candidate.Id && one.Fitting[0].Score - scored.Score < within && other.Fitting[0].Score - same.Score < within
            orderby scored.Score + same.Score descending
            select (one with { Fitting = [scored] }, other with { Fitting = [same] });
        return both.FirstOrDefault((one with { Fitting = [.. one.Fitting.Take(1)] }, other with { Fitting = [.. other.Fitting.Take(1)] }));
    }
}
