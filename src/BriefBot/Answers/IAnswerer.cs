namespace BriefBot.Answers;

/// <summary>Answers a question from the folder.</summary>
public interface IAnswerer
{
    /// <summary>
    /// Answers <paramref name="question"/>. Failures of the index come back as <see cref="Answer.Unavailable"/>; only cancellation is
    /// thrown. Safe for concurrent use.
    /// </summary>
    /// <param name="question">The question as it was typed.</param>
    /// <param name="earlier">The earlier questions of the conversation with their answers, oldest first; may be empty.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Answer> AnswerAsync(string question, IReadOnlyList<PreviousQuestion> earlier, CancellationToken cancellationToken);
}

/// <summary>An earlier question of a conversation and its answer.</summary>
/// <param name="Text">The question as it was typed.</param>
/// <param name="Shown">The citations of the answer; may be empty.</param>
public sealed record PreviousQuestion(string Text, IReadOnlyList<Citation> Shown)
{
    /// <summary>The text of the answer without citation numbers; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>A question with its answer.</summary>
    public static PreviousQuestion Create(string text, Answer answer) =>
        answer is Answer.Grounded grounded
            ? new PreviousQuestion(text, grounded.Citations)
            {
                Answer = string.Join(' ', grounded.Sentences.Select(sentence => sentence.Text)),
            }
            : new PreviousQuestion(text, []);
}
