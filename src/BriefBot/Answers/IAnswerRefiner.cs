namespace BriefBot.Answers;

/// <summary>Answers questions again with a model. Registered only where one is configured.</summary>
public interface IAnswerRefiner
{
    /// <summary>Returns how long to wait for the model before <paramref name="first"/> is shown: zero when the bot is sure of it.</summary>
    /// <param name="first">The answer without it.</param>
    TimeSpan Patience(Answer first);

    /// <summary>
    /// Returns the sentences of a model that the passages prove, provided the first is among them; otherwise <paramref name="first"/>.
    /// </summary>
    /// <remarks>
    /// Returns <see cref="Answer.NotFound"/> where the model says that the passages do not answer. Each holds the outcome in
    /// <see cref="Answer.Model"/>. Throws only on cancellation. Safe for concurrent use.
    /// </remarks>
    /// <param name="question">The question as it was typed.</param>
    /// <param name="earlier">The earlier questions, oldest first.</param>
    /// <param name="author">The author, for limits.</param>
    /// <param name="first">
    /// The answer of <see cref="IAnswerer"/>, returned unchanged where its <see cref="Answer.Attempt"/> is null or was used before.
    /// </param>
    /// <param name="begun">Receives an answer of the sentences proven so far, whenever there are more; null to wait for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Answer> RefineAsync(
        string question,
        IReadOnlyList<PreviousQuestion> earlier,
        string author,
        Answer first,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    );
}
