namespace BriefBot.Chat;

/// <summary>Answers messages; every gateway hands its messages over here.</summary>
public interface IChatResponder
{
    /// <summary>
    /// The reply to a message, or null when the message is not for the bot. Only cancellation is thrown. Safe for
    /// concurrent use; messages of one conversation are answered in the order of the calls' completion.
    /// </summary>
    Task<Reply?> RespondAsync(IncomingMessage message, CancellationToken cancellationToken);
}
