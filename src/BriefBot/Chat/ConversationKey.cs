namespace BriefBot.Chat;

/// <summary>
/// Whose conversation a message belongs to: a thread's is everybody's who writes there; anywhere else, and wherever only the author sees
/// the reply, everybody has one alone.
/// </summary>
/// <param name="Network">The network.</param>
/// <param name="Place">The thread or the channel.</param>
/// <param name="Author">Whose it is, or null where it is everybody's.</param>
/// <param name="IsPrivate">Whether only its author can see it.</param>
internal sealed record ConversationKey(string Network, string Place, string? Author, bool IsPrivate)
{
    public static ConversationKey Create(IncomingMessage message) =>
        new(
            message.Network,
            message.Thread ?? message.Channel,
            message.IsPrivate || message.Thread is null ? message.Author : null,
            message.IsPrivate
        );
}
