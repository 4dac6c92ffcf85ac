using BriefBot.Answers.Selection;

namespace BriefBot.Answers;

/// <summary>
/// What was found on the way to an answer, for each part of the question, kept for the model that answers it again. It can be taken once, so that an answer that is kept for
/// long does not hold its passages. Safe for concurrent use.
/// </summary>
internal sealed class FoundAttempt(IReadOnlyList<RankedUnits> ranked) : AnswerAttempt
{
    private IReadOnlyList<RankedUnits>? _findings = ranked;

    /// <summary>Returns what was found and forgets it; null the second time.</summary>
    public IReadOnlyList<RankedUnits>? Take() => Interlocked.Exchange(ref _findings, null);
}
