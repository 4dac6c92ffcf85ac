using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Choosing;

/// <summary>Which of the ranked sentences may answer a question of its form, best first. What they are worth stays with the ranking.</summary>
internal static class Fitting
{
    public static IReadOnlyList<ScoredSentence> Of(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) => match.Question.Form switch
    {
        Saying saying => SpokenBy.Of(saying, match, ranked),
        Listing => NamesMost.Of(ranked),
        YesOrNo asked => Settling.Of(asked, match, ranked),
        _ => ranked,
    };
}
