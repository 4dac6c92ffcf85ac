namespace BriefBot.Chat.Gateways;

/// <summary>A network will not have the bot as it is set up, and trying again would not help: the message says what to change.</summary>
public sealed class NetworkRefusedException : Exception
{
    /// <inheritdoc/>
    public NetworkRefusedException()
    {
    }

    /// <inheritdoc/>
    public NetworkRefusedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public NetworkRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
