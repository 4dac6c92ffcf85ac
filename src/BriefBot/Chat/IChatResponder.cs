namespace BriefBot.Chat;

/// <summary>Answers messages: those that a gateway's triage let through, and those of a channel that asks and waits.</summary>
public interface IChatResponder
{
    /// <summary>
    /// The reply to a message: exactly one, whatever happens. Only cancellation is thrown. Safe for concurrent use; to have the
    /// messages of one conversation answered in order, a caller waits for one reply before it hands over the next.
    /// </summary>
    Task<Reply> RespondAsync(IncomingMessage message, CancellationToken cancellationToken);
}
