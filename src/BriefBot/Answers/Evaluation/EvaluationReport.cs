namespace BriefBot.Answers.Evaluation;

/// <summary>The result of a run over a questions file.</summary>
internal sealed record EvaluationReport
{
    /// <summary>All questions together.</summary>
    public required KindReport All { get; init; }

    /// <summary>The kinds, in the order of the file.</summary>
    public required IReadOnlyList<KindReport> Kinds { get; init; }

    /// <summary>The answers that begin with yes or no; null where no question says what is expected.</summary>
    public YesNoReport? YesNo { get; init; }

    /// <summary>Sentences per answer, on average.</summary>
    public required double SentencesPerReply { get; init; }

    /// <summary>Words per answer, on average.</summary>
    public required double WordsPerReply { get; init; }

    /// <summary>Median time of a question, in milliseconds.</summary>
    public required double P50Milliseconds { get; init; }

    /// <summary>95th percentile of the time of a question, in milliseconds.</summary>
    public required double P95Milliseconds { get; init; }

    /// <summary>Confidence against the share of right answers.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    /// <summary>The wrong replies, in the order of the file.</summary>
    public required IReadOnlyList<EvaluationFailure> Failures { get; init; }

    /// <summary>The same with a model; null where none was asked.</summary>
    public ModelReport? Model { get; init; }

    /// <summary>The share of answerable questions that were answered rightly; 1 where there are none.</summary>
    public double RightShare => All.Answerable == 0 ? 1 : (double)All.Right / All.Answerable;

    /// <summary>The share of unanswerable questions that were refused; 1 where there are none.</summary>
    public double RefusedShare => All.Unanswerable == 0 ? 1 : (double)All.Refused / All.Unanswerable;

    public static EvaluationReport Create(IReadOnlyList<EvaluatedQuestion> questions)
    {
        var replies = questions.Select(question => question.Answer).OfType<Answer.Grounded>().ToArray();
        var times = questions.Select(question => question.Milliseconds).Order().ToArray();
        return new EvaluationReport
        {
            All = KindReport.Create("all", questions),
            Kinds =
            [
                .. questions.GroupBy(question => question.Question.Kind ?? "").Select(group => KindReport.Create(group.Key, [.. group])),
            ],
            YesNo = YesNoReport.Create(questions),
            SentencesPerReply = replies.Select(reply => (double)reply.Sentences.Count).DefaultIfEmpty().Average(),
            WordsPerReply = replies.Select(reply => (double)reply.Sentences.Sum(WordCount)).DefaultIfEmpty().Average(),
            P50Milliseconds = At(times, 0.5),
            P95Milliseconds = At(times, 0.95),
            Calibration = [.. Calibrate(questions)],
            Failures = [.. questions.Where(question => !question.IsGood).Select(Failure)],
        };
    }

    private static int WordCount(AnswerSentence sentence) =>
        sentence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    private static IEnumerable<CalibrationBin> Calibrate(IReadOnlyList<EvaluatedQuestion> questions) =>
        questions
            .Where(question => question.IsAnswered)
            .Select(question => (((Answer.Grounded)question.Answer).Confidence, question.IsRight))
            .GroupBy(answer => Math.Min((int)(answer.Confidence * 10), 9))
            .OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin(
                bin.Key / 10.0,
                (bin.Key + 1) / 10.0,
                bin.Count(),
                bin.Average(answer => answer.Confidence),
                bin.Average(answer => answer.IsRight ? 1.0 : 0.0)
            ));

    private static EvaluationFailure Failure(EvaluatedQuestion failed)
    {
        var (said, confidence) = failed.Answer switch
        {
            Answer.Grounded grounded => (grounded.Text, grounded.Confidence),
            Answer.NotFound notFound => (notFound.Reason, notFound.Confidence),
            Answer.Unavailable unavailable => (unavailable.Reason, 0),
            _ => throw new InvalidOperationException("An answer is one of three."),
        };
        var question = failed.Question;
        return new EvaluationFailure(
            question.Id,
            question.Kind,
            question.Question,
            [.. question.Answers, .. question.All],
            said,
            confidence
        );
    }
}

/// <summary>Answers of similar confidence: the predicted and the actual share of right ones.</summary>
/// <param name="From">The least confidence of the bin.</param>
/// <param name="To">The confidence at which the next bin begins.</param>
/// <param name="Answers">Number of answers in the bin.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
internal sealed record CalibrationBin(double From, double To, int Answers, double Confidence, double Right);

/// <summary>Counts of the answers that begin with yes or no.</summary>
/// <param name="Asked">Number of questions that yes or no answers.</param>
/// <param name="Right">Number of those whose answer begins with the right one.</param>
/// <param name="Wrong">Number of answers that begin with the wrong one, or with one where neither is right.</param>
internal sealed record YesNoReport(int Asked, int Right, int Wrong)
{
    public static YesNoReport? Create(IReadOnlyList<EvaluatedQuestion> questions)
    {
        var judged = questions.Where(question => question.Question.YesNo is not null).ToArray();
        bool IsRight(EvaluatedQuestion question) => question.Said?.ToString() == question.Question.YesNo.ToString();
        return judged.Length == 0
            ? null
            : new YesNoReport(
                judged.Count(question => question.Question.YesNo != ExpectedYesNo.Neither),
                judged.Count(question => question.Said is not null && IsRight(question)),
                judged.Count(question => question.Said is not null && !IsRight(question))
            );
    }
}

/// <summary>A question that was answered wrongly, with the reply.</summary>
internal sealed record EvaluationFailure(
    string? Id,
    string? Kind,
    string Question,
    IReadOnlyList<string> Expected,
    string Said,
    double Confidence
);

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
    int Refused
)
{
    /// <summary>Number of right answers, sure or perhaps.</summary>
    public int Right => SureRight + PerhapsRight;

    public static KindReport Create(string kind, IReadOnlyCollection<EvaluatedQuestion> questions)
    {
        var (answerable, others) = (
            questions.Where(question => question.Question.Answerable).ToArray(),
            questions.Where(question => !question.Question.Answerable).ToArray()
        );
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
            others.Count(question => !question.IsAnswered)
        );
    }
}
