using System.Diagnostics;

namespace BriefBot.Answers.Evaluation;

/// <summary>Asks every question of a file, each in a conversation of its own with its earlier questions, and judges the replies.</summary>
internal static class EvaluationRun
{
    /// <param name="answerer">The answerer.</param>
    /// <param name="model">The model's answerer, asked after the first, or null.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="progress">Called after each question with the number asked so far.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<EvaluationReport> RunAsync(
        IAnswerer answerer,
        IAnswerRefiner? model,
        IReadOnlyList<EvaluationQuestion> questions,
        Action<int> progress,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (new List<EvaluatedQuestion>(), new List<EvaluatedQuestion>());
        foreach (var question in questions)
        {
            var earlier = await AskAllAsync(answerer, question.Earlier, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var answer = await answerer.AnswerAsync(question.Question, earlier, cancellationToken);
            first.Add(new EvaluatedQuestion(question, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if (model is not null)
            {
                var better = answer.Attempt is null
                    ? answer
                    : await model.RefineAsync(question.Question, earlier, "", answer, begun: null, cancellationToken);
                last.Add(new EvaluatedQuestion(question, better, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            }

            progress(first.Count);
        }

        return EvaluationReport.Create(first) with
        {
            Model = model is null ? null : ModelReport.Create(last),
        };
    }

    /// <summary>Asks questions one after another in one conversation.</summary>
    /// <returns>The questions with their answers.</returns>
    public static async Task<IReadOnlyList<PreviousQuestion>> AskAllAsync(
        IAnswerer answerer,
        IReadOnlyList<string> questions,
        CancellationToken cancellationToken
    )
    {
        var asked = new List<PreviousQuestion>();
        foreach (var question in questions)
        {
            asked.Add(PreviousQuestion.Create(question, await answerer.AnswerAsync(question, [.. asked], cancellationToken)));
        }

        return asked;
    }
}
