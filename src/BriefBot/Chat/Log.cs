using Microsoft.Extensions.Logging;

namespace BriefBot.Chat;

internal static partial class Log
{
    [LoggerMessage(400, LogLevel.Information, "Reply {ReplyId}: {Outcome} in {ElapsedMilliseconds:F1} ms")]
    public static partial void Replied(ILogger logger, string replyId, string outcome, double elapsedMilliseconds);

    [LoggerMessage(401, LogLevel.Error, "A question could not be answered")]
    public static partial void AnswerFailed(ILogger logger, Exception exception);
}
