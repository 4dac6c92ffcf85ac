namespace BriefBot.Chat;

/// <summary>How a message comes to the bot.</summary>
public enum MessageKind
{
    /// <summary>It stands in a place that the bot reads and is not addressed to it.</summary>
    Overheard,

    /// <summary>It names the bot.</summary>
    Mention,

    /// <summary>It replies to what the bot said.</summary>
    Reply,

    /// <summary>It was sent to the bot alone.</summary>
    Direct,

    /// <summary>It is a command of the network.</summary>
    Command,
}
