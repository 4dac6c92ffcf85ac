namespace BriefBot.Chat.Gateways;

/// <summary>
/// A message was surely not sent, so that sending it again can't say the same twice: there is no connection, the network refused it for
/// now.
/// </summary>
public sealed class MessageNotSentException : Exception
{
    /// <summary>The time after which to try again; zero for at once, null where the network does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc/>
    public MessageNotSentException() { }

    /// <inheritdoc/>
    public MessageNotSentException(string message)
        : base(message) { }

    /// <inheritdoc/>
    public MessageNotSentException(string message, Exception innerException)
        : base(message, innerException) { }
}
