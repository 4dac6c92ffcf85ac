using System.Diagnostics;

namespace BriefBot.Answers.Evaluation;

/// <summary>Asks every question of a file, each in a conversation of its own with what was asked before in it, and judges the replies.</summary>
internal static class EvaluationRun
{
    /// <param name="answerer">Who is asked.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="progress">Told after each question how many have been asked.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<EvaluationReport> RunAsync(
        IAnswerer answerer, IReadOnlyList<EvaluationQuestion> questions, Action<int> progress, CancellationToken cancellationToken)
    {
        var evaluated = new List<EvaluatedQuestion>();
        foreach (var question in questions)
        {
            var earlier = await AskAllAsync(answerer, question.Earlier, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var answer = await answerer.AnswerAsync(question.Question, earlier, cancellationToken);
            evaluated.Add(new EvaluatedQuestion(question, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            progress(evaluated.Count);
        }

        return EvaluationReport.Of(evaluated);
    }

    /// <summary>Asks questions one after another in one conversation.</summary>
    /// <returns>Each with what was shown to it.</returns>
    public static async Task<IReadOnlyList<EarlierQuestion>> AskAllAsync(IAnswerer answerer, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var asked = new List<EarlierQuestion>();
        foreach (var question in questions)
        {
            asked.Add(EarlierQuestion.Of(question, await answerer.AnswerAsync(question, [.. asked], cancellationToken)));
        }

        return asked;
    }
}
