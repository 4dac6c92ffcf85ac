namespace BriefBot.Answers.Evaluation;

/// <summary>The counts of the questions of one kind.</summary>
/// <param name="Kind">The kind, or "all".</param>
/// <param name="Answerable">Number of answerable questions.</param>
/// <param name="Sure">Number of those answered as sure.</param>
/// <param name="SureRight">Number of right answers among the sure ones.</param>
/// <param name="Perhaps">Number of those answered as perhaps.</param>
/// <param name="PerhapsRight">Number of right answers among these.</param>
/// <param name="FirstRight">Number of right answers whose first sentence is right.</param>
/// <param name="CitedRight">Number of right answers that cite the expected article.</param>
/// <param name="Unanswerable">Number of unanswerable questions.</param>
/// <param name="SureAnyway">Number of those answered as sure.</param>
/// <param name="PerhapsAnyway">Number of those answered as perhaps.</param>
/// <param name="Refused">Number of those refused.</param>
internal sealed record KindReport(
    string Kind,
    int Answerable,
    int Sure,
    int SureRight,
    int Perhaps,
    int PerhapsRight,
    int FirstRight,
    int CitedRight,
    int Unanswerable,
    int SureAnyway,
    int PerhapsAnyway,
    int Refused)
{
    /// <summary>Number of right answers, sure or perhaps.</summary>
    public int Right => SureRight + PerhapsRight;

    public static KindReport Create(string kind, IReadOnlyCollection<EvaluatedQuestion> questions)
    {
        var (answerable, others) = (questions.Where(question => question.Question.Answerable).ToArray(), questions.Where(question => !question.Question.Answerable).ToArray());
        return new KindReport(
            kind,
            answerable.Length,
            answerable.Count(question => question.IsSure),
            answerable.Count(question => question.IsSure && question.IsRight),
            answerable.Count(question => question.IsPerhaps),
            answerable.Count(question => question.IsPerhaps && question.IsRight),
            answerable.Count(question => question.IsFirstRight),
            answerable.Count(question => question.IsCitedRight),
            others.Length,
            others.Count(question => question.IsSure),
            others.Count(question => question.IsPerhaps),
            others.Count(question => !question.IsAnswered));
    }
}
