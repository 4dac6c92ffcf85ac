namespace BriefBot.Chat;

/// <summary>Answers messages: those that a gateway's triage let through, and those of a channel that asks and waits.</summary>
public interface IChatResponder
{
    /// <summary>Returns exactly one reply to a message, whatever happens. Throws only on cancellation.</summary>
    /// <remarks>
    /// Safe for concurrent use; to have the messages of a conversation answered in order, await each reply before passing the next.
    /// </remarks>
    async Task<Reply> RespondAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        Admit(message) ?? await AnswerAsync(message, cancellationToken);

    /// <summary>
    /// Counts a message against the limits of its author and its channel, and returns a refusal if one is exceeded, otherwise null.
    /// </summary>
    /// <returns>The reply where it is one too many, or null where it may be answered.</returns>
    Reply.Refused? Admit(IncomingMessage message);

    /// <summary>The reply to a message that was admitted. Only cancellation is thrown.</summary>
    Task<Reply> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the replacement of a reply that <see cref="Reply.Answered.MayImprove"/>: the same id with the model's answer or, if that is
    /// of no use, the first answer; null for any other reply.
    /// </summary>
    /// <remarks>Throws only on cancellation.</remarks>
    /// <param name="message">The message.</param>
    /// <param name="first">The first reply.</param>
    /// <param name="begun">Receives a reply of the model's sentences proven so far, whenever there are more; or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Reply?> ImproveAsync(IncomingMessage message, Reply first, Action<Reply>? begun, CancellationToken cancellationToken) =>
        Task.FromResult<Reply?>(null);

    /// <summary>The reply to a message that is not answered for a reason which the caller knows.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason"><see cref="Refusal.Busy"/>, <see cref="Refusal.NotAllowed"/> or <see cref="Refusal.Late"/>.</param>
    Reply.Refused Refuse(IncomingMessage message, Refusal reason);
}
