namespace BriefBot.Chat;

/// <summary>The messages that the bot answers in a channel.</summary>
public enum ListenTo
{
    /// <summary>Messages addressed to it: commands, mentions, replies to it.</summary>
    Mentions,

    /// <summary>Commands only.</summary>
    Commands,

    /// <summary>Every message.</summary>
    Everything,
}
