using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Choosing;

/// <summary>Which of the ranked units may answer a question of its form, best first. What they are worth stays with the ranking.</summary>
internal static class Fitting
{
    public static IReadOnlyList<ScoredUnit> Of(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) => match.Question.Form switch
    {
        Saying saying => SpokenBy.Of(saying, match, ranked),
        _ => AskedPart.First(match, ranked),
    };
}
