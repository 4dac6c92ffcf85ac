using Microsoft.Extensions.Logging;

namespace BriefBot.Answers;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Error, "The index can't be read, so questions can't be answered")]
    public static partial void IndexUnavailable(ILogger logger, Exception exception);
}
