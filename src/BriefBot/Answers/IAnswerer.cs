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
