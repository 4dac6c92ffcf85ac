namespace BriefBot.Answers.Evaluation;

/// <summary>The counts of the questions of one kind.</summary>
/// <param name="Kind">The kind, or "all".</param>
/// <param name="Answerable">How many the folder answers.</param>
/// <param name="Sure">How many of those were answered as sure.</param>
/// <param name="SureRight">How many of the sure answers are right.</param>
/// <param name="Perhaps">How many were told what perhaps answers.</param>
/// <param name="PerhapsRight">How many of those answers are right.</param>
/// <param name="FirstRight">How many right answers are with their first sentence.</param>
/// <param name="CitedRight">How many right answers are from the article they should.</param>
/// <param name="Unanswerable">How many the folder does not answer.</param>
/// <param name="SureAnyway">How many of those were answered as sure.</param>
/// <param name="PerhapsAnyway">How many were told what perhaps answers.</param>
/// <param name="Refused">How many were refused.</param>
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
    /// <summary>How many were answered rightly, as sure or perhaps.</summary>
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
