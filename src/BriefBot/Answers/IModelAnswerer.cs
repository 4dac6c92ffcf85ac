namespace BriefBot.Answers;

/// <summary>Answers questions again with a model. Only there where one is configured.</summary>
public interface IModelAnswerer
{
    /// <summary>Whether a model is asked what <paramref name="first"/> answers: not for more of what was shown, and not where there is no answer now.</summary>
    /// <param name="question">What was asked, as it was typed.</param>
    /// <param name="earlier">What was asked before, oldest first.</param>
    /// <param name="first">The answer without it.</param>
    bool IsAsked(string question, IReadOnlyList<PreviousQuestion> earlier, Answer first);

    /// <summary>How long the model is waited for before <paramref name="first"/> is shown: not at all where the bot is sure of it.</summary>
    /// <param name="first">The answer without it.</param>
    TimeSpan Patience(Answer first);

    /// <summary>
    /// The model's sentences that the passages prove, where the first is among them; <see cref="Answer.NotFound"/> where the model says that the passages do not answer;
    /// else <paramref name="first"/>. Each says in <see cref="Answer.Model"/> what became of asking. Only cancellation is thrown. Safe for concurrent use.
    /// </summary>
    /// <param name="question">What was asked, as it was typed.</param>
    /// <param name="earlier">What was asked before, oldest first.</param>
    /// <param name="author">Who asks, for limits.</param>
    /// <param name="first">The answer without a model, as <see cref="IAnswerer"/> gave it: what was found for it is used once, and a second time it comes back as it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Answer> AnswerAsync(string question, IReadOnlyList<PreviousQuestion> earlier, string author, Answer first, CancellationToken cancellationToken);
}
