namespace BriefBot.Chat.Gateways;

/// <summary>The network took nothing of a message because of how it was written; the same in plain text may be taken.</summary>
public sealed class FormRefusedException : Exception
{
    /// <inheritdoc/>
    public FormRefusedException() { }

    /// <inheritdoc/>
    public FormRefusedException(string message)
        : base(message) { }

    /// <inheritdoc/>
    public FormRefusedException(string message, Exception innerException)
        : base(message, innerException) { }
}
