using BriefBot.Chat;

namespace BriefBot.Discord;

/// <summary>The names of the bot's commands in Discord and of their options.</summary>
internal static class DiscordCommandNames
{
    public const string Ask = "ask";
    public const string Help = "help";
    public const string Sources = "sources";
    public const string Status = "status";

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
            _ => BotCommand.Ask,
        };
}
