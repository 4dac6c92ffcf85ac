using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Choosing;

/// <summary>Which of the ranked units may answer a question of its form, best first. What they are worth stays with the ranking.</summary>
internal static class Fitting
{
    /// <summary>Returns them, and those that answer with what held before.</summary>
    public static (IReadOnlyList<ScoredUnit> Units, IReadOnlyList<ScoredUnit> Older) Of(Found found, IReadOnlyList<ScoredUnit> ranked)
    {
        if (found.Match.Question.Form is Saying saying)
        {
            return (SpokenBy.Of(saying, found.Match, ranked), []);
        }

        var (units, older) = NewestFirst.Of(found.Match, OfTheDay.First(found.Match, OfTheOneAsked(found.Match, ranked)), found.Today);
        return (AskedPart.First(found.Match, units), older);
    }

    /// <summary>Without those that speak of another one than the one that is asked about; to a yes-or-no question that is an answer.</summary>
    private static IReadOnlyList<ScoredUnit> OfTheOneAsked(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) =>
        match.Question.IsYesNo ? ranked : [.. ranked.Where(scored => !AskedRelation.IsOfAnother(match, scored.Candidate))];
}
