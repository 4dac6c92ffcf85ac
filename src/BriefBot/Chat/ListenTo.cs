namespace BriefBot.Chat;

/// <summary>What the bot takes in a channel.</summary>
public enum ListenTo
{
    /// <summary>What is addressed to it: commands, mentions, replies to it.</summary>
    Mentions,

    /// <summary>Commands only.</summary>
    Commands,

    /// <summary>Every message.</summary>
    Everything,
}
