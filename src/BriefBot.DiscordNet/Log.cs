using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

internal static partial class Log
{
    [LoggerMessage(420, LogLevel.Information, "Discord: connected as {Name}, shard {Shard}, in {Servers} servers")]
    public static partial void Connected(ILogger logger, string name, int shard, int servers);

    [LoggerMessage(421, LogLevel.Warning, "Discord: the connection was lost; reconnecting")]
    public static partial void Lost(ILogger logger, Exception? exception);

    [LoggerMessage(422, LogLevel.Warning, "Discord: the commands could not be registered; /ask may be missing")]
    public static partial void NotRegistered(ILogger logger, Exception exception);

    [LoggerMessage(423, LogLevel.Debug, "Discord.Net {Source}: {Text}")]
    public static partial void Library(ILogger logger, string source, string text, Exception? exception);

    [LoggerMessage(425, LogLevel.Warning, "Discord: a button press could not be handled")]
    public static partial void ButtonFailed(ILogger logger, Exception exception);

    [LoggerMessage(435, LogLevel.Debug, "Discord: questions could not be suggested")]
    public static partial void NotSuggested(ILogger logger, Exception exception);

    [LoggerMessage(
        426,
        LogLevel.Warning,
        "Discord: the bot may not open a thread in channel {Channel}; give it Create Public Threads there, or set Chat:Channels:{Channel}:Answer = Reply"
    )]
    public static partial void MayNotOpenThread(ILogger logger, string channel);

    [LoggerMessage(
        427,
        LogLevel.Warning,
        "Discord: the bot may not write in channel {Channel}; give it View Channel, Send Messages and Read Message History there, in threads Send Messages in Threads"
    )]
    public static partial void MayNotWrite(ILogger logger, string channel);

    [LoggerMessage(428, LogLevel.Information, "Discord: invited to server {Server}")]
    public static partial void Invited(ILogger logger, ulong server);

    [LoggerMessage(429, LogLevel.Information, "Discord: no longer in server {Server}")]
    public static partial void Left(ILogger logger, ulong server);

    [LoggerMessage(
        430,
        LogLevel.Warning,
        "Discord: in server {Server} the bot may write in no channel; give its role View Channel and Send Messages, or invite it again with the README's link"
    )]
    public static partial void MayWriteNowhere(ILogger logger, ulong server);

    [LoggerMessage(424, LogLevel.Warning, "Discord.Net {Source}: {Text}")]
    public static partial void LibraryTrouble(ILogger logger, string source, string text, Exception? exception);
}
