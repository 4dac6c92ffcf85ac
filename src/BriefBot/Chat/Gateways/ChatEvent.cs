namespace BriefBot.Chat.Gateways;

/// <summary>An event in a chat network. A closed hierarchy.</summary>
public abstract record ChatEvent
{
    private ChatEvent() { }

    /// <summary>There is a connection, for the first time or again.</summary>
    public sealed record Connected : ChatEvent;

    /// <summary>Something was said.</summary>
    /// <param name="Message">The message.</param>
    public sealed record Said(IncomingMessage Message) : ChatEvent;

    /// <summary>A message says something else now, or only looks different.</summary>
    /// <param name="Message">The message as it is now, under the id it always had.</param>
    public sealed record Edited(IncomingMessage Message) : ChatEvent;

    /// <summary>A message is gone.</summary>
    /// <param name="MessageId">Its id.</param>
    public sealed record Deleted(string MessageId) : ChatEvent;
}
