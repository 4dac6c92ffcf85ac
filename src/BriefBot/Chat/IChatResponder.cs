namespace BriefBot.Chat;

/// <summary>Answers messages: those that a gateway's triage let through, and those of a channel that asks and waits.</summary>
public interface IChatResponder
{
    /// <summary>
    /// The reply to a message: exactly one, whatever happens. Only cancellation is thrown. Safe for concurrent use; to have the
    /// messages of one conversation answered in order, a caller waits for one reply before it hands over the next.
    /// </summary>
    async Task<Reply> RespondAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        Admit(message) ?? await AnswerAsync(message, cancellationToken);

    /// <summary>Counts a message against what its author and its channel may ask in a minute.</summary>
    /// <returns>The reply where it is one too many, or null where it may be answered.</returns>
    Reply.Refused? Admit(IncomingMessage message);

    /// <summary>The reply to a message that was admitted. Only cancellation is thrown.</summary>
    Task<Reply> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// What comes in the place of a reply that <see cref="Reply.Answered.MayImprove"/>: the same under the same id with a model's answer
    /// or, where that is of no use, with its own; null for any other. Only cancellation is thrown.
    /// </summary>
    Task<Reply?> ImproveAsync(IncomingMessage message, Reply first, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    /// <summary>The reply to a message that is not answered for a reason which the caller knows.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason"><see cref="Refusal.Busy"/> or <see cref="Refusal.NotAllowed"/>.</param>
    Reply.Refused Refuse(IncomingMessage message, Refusal reason);
}
