namespace BriefBot.Answers;

/// <summary>Answers a question from the folder.</summary>
public interface IAnswerer
{
    /// <summary>
    /// Answers <paramref name="question"/>. Failures of the index come back as <see cref="Answer.Unavailable"/>; only
    /// cancellation is thrown. Safe for concurrent use.
    /// </summary>
    /// <param name="question">What was asked, as it was typed.</param>
    /// <param name="earlier">What was asked before in this conversation, oldest first, with what was shown to it; may be empty.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Answer> AnswerAsync(string question, IReadOnlyList<PreviousQuestion> earlier, CancellationToken cancellationToken);
}
