namespace BriefBot.Answers.Evaluation;

/// <summary>The counts of the questions of one kind.</summary>
/// <param name="Kind">The kind, or "all".</param>
/// <param name="Answerable">How many the folder answers.</param>
/// <param name="Answered">How many of those were answered.</param>
/// <param name="Right">How many of those rightly.</param>
/// <param name="FirstRight">How many of those with the first sentence.</param>
/// <param name="CitedRight">How many of those from the article they should.</param>
/// <param name="Unanswerable">How many the folder does not answer.</param>
/// <param name="Refused">How many of those were refused.</param>
internal sealed record KindReport(string Kind, int Answerable, int Answered, int Right, int FirstRight, int CitedRight, int Unanswerable, int Refused)
{
    public static KindReport Of(string kind, IReadOnlyCollection<EvaluatedQuestion> questions)
    {
        var answerable = questions.Where(question => question.Question.Answerable).ToArray();
        return new KindReport(
            kind,
            answerable.Length,
            answerable.Count(question => question.IsAnswered),
            answerable.Count(question => question.IsRight),
            answerable.Count(question => question.IsFirstRight),
            answerable.Count(question => question.IsCitedRight),
            questions.Count - answerable.Length,
            questions.Count(question => !question.Question.Answerable && !question.IsAnswered));
    }
}
