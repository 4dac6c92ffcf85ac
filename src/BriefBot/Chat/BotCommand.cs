namespace BriefBot.Chat;

/// <summary>A command that a network passed on by its own means, such as a slash command.</summary>
public enum BotCommand
{
    /// <summary>The text is a question; also of every message that is no command.</summary>
    Ask,

    /// <summary>Lists the articles.</summary>
    Sources,

    /// <summary>Says what the bot can do.</summary>
    Help,

    /// <summary>Says how the bot is, to those who may manage the server.</summary>
    Status,

    /// <summary>Shows or changes the settings of the server, for those who may manage it.</summary>
    Settings,
}
