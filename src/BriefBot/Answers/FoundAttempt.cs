using BriefBot.Answers.Selection;

namespace BriefBot.Answers;

/// <summary>
/// The evidence found for each part of a question, for answering it again with a model. Can be taken once, so that an answer kept for long
/// does not hold its passages. Safe for concurrent use.
/// </summary>
internal sealed class FoundAttempt(IReadOnlyList<RankedUnits> ranked) : AnswerAttempt
{
    private IReadOnlyList<RankedUnits>? _findings = ranked;

    /// <summary>Returns the evidence and forgets it; null the second time.</summary>
    public IReadOnlyList<RankedUnits>? Take() => Interlocked.Exchange(ref _findings, null);
}
