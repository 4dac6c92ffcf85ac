using BriefBot.Chat;

namespace BriefBot.Discord;

/// <summary>The names of the bot's commands in Discord and of their options.</summary>
internal static class DiscordCommandNames
{
    public const string Ask = "ask";
    public const string Help = "help";
    public const string Sources = "sources";
    public const string Status = "status";
    public const string Settings = "settings";

    /// <summary>Shows the settings of the server; below <see cref="Settings"/> as are the next four.</summary>
    public const string Show = "show";

    /// <summary>Sets how the bot behaves in a channel.</summary>
    public const string Channel = "channel";

    /// <summary>Adds to the lists of where and by whom the bot may be asked.</summary>
    public const string Allow = "allow";

    /// <summary>Removes from these lists.</summary>
    public const string Remove = "remove";

    /// <summary>Removes all settings of the server.</summary>
    public const string Reset = "reset";

    /// <summary>The option with a role.</summary>
    public const string Role = "role";

    /// <summary>The option with a person.</summary>
    public const string Person = "person";

    /// <summary>The option with the messages that the bot answers in a channel.</summary>
    public const string Listen = "listen";

    /// <summary>The option with the place for answers.</summary>
    public const string Answer = "answer";

    /// <summary>The command in the menu of a message, which has the message answered.</summary>
    public const string AnswerThis = "Answer this";

    /// <summary>The option of <see cref="Ask"/> with the question.</summary>
    public const string Question = "question";

    /// <summary>The option of <see cref="Ask"/> that shows the answer to the author alone.</summary>
    public const string Private = "private";

    /// <summary>Returns the command of a name; one that is not known is a question.</summary>
    public static BotCommand Parse(string name) =>
        name switch
        {
            Help => BotCommand.Help,
            Sources => BotCommand.Sources,
            Status => BotCommand.Status,
            Settings => BotCommand.Settings,
            _ => BotCommand.Ask,
        };
}
