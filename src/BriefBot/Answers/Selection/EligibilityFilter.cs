using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Selection;

/// <summary>Selects the ranked units that may answer a question of this intent, best first, keeping their scores.</summary>
internal static class EligibilityFilter
{
    /// <summary>
    /// Returns those units, the older ones among them, the number of rows from which the first was chosen, and the number of its items
    /// where that is asked for.
    /// </summary>
    public static (IReadOnlyList<ScoredUnit> Units, IReadOnlyList<ScoredUnit> Older, int Rows, int Items) Filter(
        RetrievalResult found,
        IReadOnlyList<ScoredUnit> ranked
    )
    {
        if (found.Match.Question.Form is QuotationIntent quotation)
        {
            return (SpeakerFilter.Filter(quotation, found.Match, ranked), [], 0, 0);
        }

        if (FirstOfRows.Select(found.Match, ranked) is { Rows: > 0 } first)
        {
            return (first.Units, [], first.Rows, 0);
        }

        if (CountedEntries.Select(found.Match, ranked) is { Count: > 0 } counted)
        {
            return (counted.Units, [], 0, counted.Count);
        }

        var (units, older) = NewestFirst.Select(found.Match, OfTheDay.First(found.Match, OfTheOneAsked(found.Match, ranked)), found.Today);
        return (AskedPart.First(found.Match, units), older, 0, 0);
    }

    /// <summary>
    /// Without those that speak of another one than the one that is asked about; to a yes-or-no question that is an answer.
    /// </summary>
    private static IReadOnlyList<ScoredUnit> OfTheOneAsked(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) =>
        match.Question.IsYesNo ? ranked : [.. ranked.Where(scored => !AskedRelation.IsOfAnother(match, scored.Candidate))];
}
