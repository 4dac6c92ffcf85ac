namespace BriefBot.Service.Chat.Memory;

internal static partial class Log
{
    [LoggerMessage(455, LogLevel.Error, "{Network}: the weekly message could not be posted to Chat:EditorsChannel; retrying")]
    public static partial void DigestNotPosted(ILogger logger, Exception exception, string network);

    [LoggerMessage(
        456,
        LogLevel.Error,
        "{Path} is missing or damaged, so a new key was made: earlier records can no longer be linked to their authors"
    )]
    public static partial void KeyLost(ILogger logger, string path);

    [LoggerMessage(454, LogLevel.Warning, "Recorded answers could not be compared with the changed articles; retrying at the next change")]
    public static partial void NotReviewed(ILogger logger, Exception exception);

    [LoggerMessage(
        450,
        LogLevel.Error,
        "{Path} can't be written ({Reason}): changes are kept in memory and written later. "
            + "Check the disk and the file's permissions, or the server and Memory:Postgres"
    )]
    public static partial void NotWritten(ILogger logger, string path, string reason);

    [LoggerMessage(451, LogLevel.Information, "{Path} can be written again")]
    public static partial void WrittenAgain(ILogger logger, string path);

    [LoggerMessage(452, LogLevel.Error, "{Path} is damaged ({Reason}); it was moved to {Aside}, and conversations start over")]
    public static partial void Damaged(ILogger logger, string path, string reason, string aside);

    [LoggerMessage(453, LogLevel.Error, "{Count} changes to {Path} were dropped: too many to keep in memory while it can't be written")]
    public static partial void Dropped(ILogger logger, string path, int count);
}
