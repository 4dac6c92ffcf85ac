using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Selection;

/// <summary>Which of the ranked units may answer a question of its form, best first. What they are worth stays with the ranking.</summary>
internal static class EligibilityFilter
{
    /// <summary>Returns them, those that answer with what held before, of how many rows of a table the first was chosen, and how many items it has where that is asked.</summary>
    public static (IReadOnlyList<ScoredUnit> Units, IReadOnlyList<ScoredUnit> Older, int Rows, int Items) Filter(RetrievalResult found, IReadOnlyList<ScoredUnit> ranked)
    {
        if (found.Match.Question.Form is QuotationIntent saying)
        {
            return (SpeakerFilter.Filter(saying, found.Match, ranked), [], 0, 0);
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

    /// <summary>Without those that speak of another one than the one that is asked about; to a yes-or-no question that is an answer.</summary>
    private static IReadOnlyList<ScoredUnit> OfTheOneAsked(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) =>
        match.Question.IsYesNo ? ranked : [.. ranked.Where(scored => !AskedRelation.IsOfAnother(match, scored.Candidate))];
}
