using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Choosing;

/// <summary>Which of the ranked units may answer a question of its form, best first. What they are worth stays with the ranking.</summary>
internal static class Fitting
{
    public static IReadOnlyList<ScoredUnit> Of(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) => match.Question.Form switch
    {
        Saying saying => SpokenBy.Of(saying, match, ranked),
        _ => AskedPart.First(match, OfTheOneAsked(match, ranked)),
    };

    /// <summary>Without those that speak of another one than the one that is asked about; to a yes-or-no question that is an answer.</summary>
    private static IReadOnlyList<ScoredUnit> OfTheOneAsked(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) =>
        match.Question.IsYesNo ? ranked : [.. ranked.Where(scored => !AskedRelation.IsOfAnother(match, scored.Candidate))];
}
