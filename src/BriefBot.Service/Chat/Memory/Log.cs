namespace BriefBot.Service.Chat.Memory;

internal static partial class Log
{
    [LoggerMessage(455, LogLevel.Error, "{Network}: the weekly message could not be posted to Chat:EditorsChannel; it is tried again")]
    public static partial void DigestNotPosted(ILogger logger, Exception exception, string network);

    [LoggerMessage(
        456,
        LogLevel.Error,
        "{Path} is missing or damaged, and a new key was made: what is stored of people before can no longer be found as theirs"
    )]
    public static partial void KeyLost(ILogger logger, string path);

    [LoggerMessage(454, LogLevel.Warning, "Recorded answers could not be compared with the changed articles; the next change tries again")]
    public static partial void NotReviewed(ILogger logger, Exception exception);

    [LoggerMessage(
        450,
        LogLevel.Error,
        "{Path} can't be written ({Reason}): conversations and handled messages are kept in memory and written later. "
            + "Look at the disk and the rights of the file, or at the server and Memory:Postgres"
    )]
    public static partial void NotWritten(ILogger logger, string path, string reason);

    [LoggerMessage(451, LogLevel.Information, "{Path} is written again")]
    public static partial void WrittenAgain(ILogger logger, string path);

    [LoggerMessage(452, LogLevel.Error, "{Path} is damaged ({Reason}); it was set aside as {Aside}, and conversations begin anew")]
    public static partial void Damaged(ILogger logger, string path, string reason, string aside);

    [LoggerMessage(
        453,
        LogLevel.Error,
        "{Count} changes to {Path} were dropped: more could not be kept in memory while it can't be written"
    )]
    public static partial void Dropped(ILogger logger, string path, int count);
}
