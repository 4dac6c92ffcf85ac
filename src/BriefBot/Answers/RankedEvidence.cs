using BriefBot.Answers.Selection;

namespace BriefBot.Answers;

/// <summary>The ranked units of each part of a question. Safe for concurrent use.</summary>
/// <remarks>Can be used once, so that an answer kept for long does not hold its passages.</remarks>
internal sealed class RankedEvidence(IReadOnlyList<RankedUnits> units) : AnswerAttempt
{
    private IReadOnlyList<RankedUnits>? _units = units;

    /// <summary>Returns the units and forgets them; null the second time.</summary>
    public IReadOnlyList<RankedUnits>? Take() => Interlocked.Exchange(ref _units, null);
}
