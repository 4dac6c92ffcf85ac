namespace BriefBot.Chat.Gateways;

/// <summary>
/// Thrown when a network refuses the bot as configured and another try would not help; the message says which setting to change.
/// </summary>
public sealed class NetworkRefusedException : Exception
{
    /// <inheritdoc/>
    public NetworkRefusedException() { }

    /// <inheritdoc/>
    public NetworkRefusedException(string message)
        : base(message) { }

    /// <inheritdoc/>
    public NetworkRefusedException(string message, Exception innerException)
        : base(message, innerException) { }
}
