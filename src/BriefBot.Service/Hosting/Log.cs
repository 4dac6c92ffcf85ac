namespace BriefBot.Service.Hosting;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Information, "BriefBot answers at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(502, LogLevel.Error, "The knowledge folder could not be read")]
    public static partial void ReadingFailed(ILogger logger, Exception exception);

    [LoggerMessage(503, LogLevel.Warning, "The first question, which is the service's own, could not be answered")]
    public static partial void WarmUpFailed(ILogger logger, Exception exception);

    [LoggerMessage(504, LogLevel.Information, "Whoever asks over HTTP needs the API key, which is in {Path}; set Http:ApiKey to choose one")]
    public static partial void ApiKeyMade(ILogger logger, string path);

    [LoggerMessage(501, LogLevel.Information, "BriefBot has stopped")]
    public static partial void Stopped(ILogger logger);
}
