using Microsoft.Extensions.Logging;

namespace BriefBot.Knowledge.Folder;

internal static partial class Log
{
    [LoggerMessage(
        106,
        LogLevel.Warning,
        "The knowledge folder can't be watched, so it is read every {Seconds} s (Knowledge:PollSeconds). If the system has run out of watches, raise fs.inotify.max_user_watches"
    )]
    public static partial void NotWatched(ILogger logger, int seconds, Exception exception);
}
