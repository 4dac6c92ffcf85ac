namespace BriefBot.Chat;

/// <summary>The way a message reaches the bot.</summary>
public enum MessageKind
{
    /// <summary>A message in a place that the bot reads, not addressed to it.</summary>
    Overheard,

    /// <summary>It names the bot.</summary>
    Mention,

    /// <summary>A reply to a message of the bot.</summary>
    Reply,

    /// <summary>It was sent to the bot alone.</summary>
    Direct,

    /// <summary>It is a command of the network.</summary>
    Command,
}
