using Microsoft.Extensions.Logging;

namespace BriefBot.SlackNet;

internal static partial class Log
{
    [LoggerMessage(440, LogLevel.Information, "Slack: connected to {Workspaces} workspaces")]
    public static partial void Connected(ILogger logger, int workspaces);

    [LoggerMessage(441, LogLevel.Warning, "Slack: a button press or shortcut could not be handled")]
    public static partial void ActionFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        442,
        LogLevel.Warning,
        "Slack: the bot may not write in channel {Channel}; invite it there (/invite), as it answers only where it is a member"
    )]
    public static partial void MayNotWrite(ILogger logger, string channel);

    [LoggerMessage(443, LogLevel.Warning, "SlackNet: {Text} ({Problem})")]
    public static partial void LibraryTrouble(ILogger logger, string text, string problem);

    [LoggerMessage(444, LogLevel.Warning, "Slack: the suggested prompts of an assistant thread could not be set")]
    public static partial void PromptsNotSet(ILogger logger, Exception exception);

    [LoggerMessage(445, LogLevel.Debug, "Slack: missed messages of channel {Channel} could not be listed")]
    public static partial void NotListed(ILogger logger, Exception exception, string channel);

    [LoggerMessage(446, LogLevel.Information, "Slack: a message whose sending seemed to fail had arrived, so it is not sent again")]
    public static partial void WasSent(ILogger logger);
}
