using Microsoft.Extensions.Logging;

namespace BriefBot.Chat;

internal static partial class Log
{
    [LoggerMessage(400, LogLevel.Information, "Reply {ReplyId}: {Outcome} in {ElapsedMilliseconds:F1} ms")]
    public static partial void Replied(ILogger logger, string replyId, string outcome, double elapsedMilliseconds);

    [LoggerMessage(416, LogLevel.Debug, "Reply {ReplyId}: still over a limit")]
    public static partial void StillTooFast(ILogger logger, string replyId);

    [LoggerMessage(415, LogLevel.Information, "Reply {ReplyId}: the model's part: {Outcome} in {ElapsedMilliseconds:F1} ms")]
    public static partial void Improved(ILogger logger, string replyId, string outcome, double elapsedMilliseconds);

    [LoggerMessage(402, LogLevel.Debug, "A message on {Network} is not answered: {Verdict}")]
    public static partial void NotForUs(ILogger logger, string network, TriageVerdict verdict);

    [LoggerMessage(403, LogLevel.Information, "{Network}: reply {ReplyId}, {Outcome}, delivered: {IsDelivered}")]
    public static partial void Handled(ILogger logger, string network, string replyId, string outcome, bool isDelivered);

    [LoggerMessage(404, LogLevel.Error, "{Network}: a message could not be handled")]
    public static partial void MessageFailed(ILogger logger, Exception exception, string network);

    [LoggerMessage(406, LogLevel.Warning, "{Network}: no connection; connecting again in {Seconds} s")]
    public static partial void NetworkLost(ILogger logger, Exception? exception, string network, double seconds);

    [LoggerMessage(407, LogLevel.Information, "{Network}: connected again; {Count} messages may have been missed")]
    public static partial void Missed(ILogger logger, string network, int count);

    [LoggerMessage(408, LogLevel.Warning, "{Network}: the messages missed while disconnected could not be listed")]
    public static partial void NotCaughtUp(ILogger logger, Exception exception, string network);

    [LoggerMessage(409, LogLevel.Warning, "{Network}: a reply was not sent; retrying in {Seconds} s")]
    public static partial void NotSentYet(ILogger logger, Exception? exception, string network, double seconds);

    [LoggerMessage(410, LogLevel.Error, "{Network}: a reply could not be sent, edited or deleted")]
    public static partial void NotDelivered(ILogger logger, Exception exception, string network);

    [LoggerMessage(
        411,
        LogLevel.Error,
        "{Network}: gave up on a reply after {Seconds} s without a response from the network; it may have been sent"
    )]
    public static partial void NetworkHangs(ILogger logger, string network, double seconds);

    [LoggerMessage(412, LogLevel.Debug, "{Network}: the typing indicator could not be shown")]
    public static partial void WorkNotShown(ILogger logger, Exception exception, string network);

    [LoggerMessage(414, LogLevel.Warning, "{Network}: the network rejected the form of a reply; sending it as plain text")]
    public static partial void FormRefused(ILogger logger, Exception exception, string network);

    [LoggerMessage(413, LogLevel.Error, "{Network}: {Problem} The service runs without this network until a restart")]
    public static partial void NetworkRefuses(ILogger logger, Exception? exception, string network, string problem);

    [LoggerMessage(405, LogLevel.Information, "Stopping: no new questions are accepted; running ones have {Seconds} s")]
    public static partial void TakesNoMore(ILogger logger, int seconds);

    [LoggerMessage(430, LogLevel.Information, "The source of answer {ReplyId} has changed: {Path}")]
    public static partial void SourceChanged(ILogger logger, string replyId, string path);

    [LoggerMessage(
        431,
        LogLevel.Error,
        "{Network}: a question or an answer could not be forwarded; check that the bot may write in Chat:EditorsChannel"
    )]
    public static partial void EditorsNotReached(ILogger logger, Exception exception, string network);

    [LoggerMessage(432, LogLevel.Error, "{Network}: a person waiting for an answer could not be notified")]
    public static partial void AskerNotTold(ILogger logger, Exception exception, string network);

    [LoggerMessage(401, LogLevel.Error, "A question could not be answered")]
    public static partial void AnswerFailed(ILogger logger, Exception exception);
}
