using BriefBot.Answers.Selection;
using BriefBot.Knowledge;

namespace BriefBot.Answers;

/// <summary>The ranked units of each part of a question. Safe for concurrent use.</summary>
/// <remarks>Can be used once, so that an answer kept for long does not hold its passages.</remarks>
internal sealed class RankedEvidence(IReadOnlyList<RankedUnits> units) : AnswerAttempt
{
    /// <summary>Maximum number of passages recorded for an answer.</summary>
    private const int MaxRecorded = 10;

    /// <summary>Maximum length of a recorded text, in characters.</summary>
    private const int MaxText = 300;

    private IReadOnlyList<RankedUnits>? _units = units;

    /// <summary>Returns the best passages of all parts of a question, best first.</summary>
    public static IReadOnlyList<ScoredPassage> Record(IReadOnlyList<RankedUnits> found) =>
        [
            .. found
                .SelectMany(ranked => ranked.All.DistinctBy(scored => scored.Candidate.Source.Passage.Id).Take(MaxRecorded))
                .OrderByDescending(scored => scored.Score)
                .DistinctBy(scored => scored.Candidate.Source.Passage.Id)
                .Take(MaxRecorded)
                .Select(scored => new ScoredPassage(
                    scored.Candidate.Source.Passage.Path,
                    scored.Candidate.Source.Passage.Section,
                    scored.Candidate.Source.Passage.Hash,
                    scored.Score,
                    ShortText.Shorten(scored.Candidate.Text, MaxText)
                )),
        ];

    /// <summary>Returns the units and forgets them; null the second time.</summary>
    public IReadOnlyList<RankedUnits>? Take() => Interlocked.Exchange(ref _units, null);
}
