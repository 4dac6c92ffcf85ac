namespace BriefBot.Service.Retrieval;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "The index in {Path} was written by another version or with other settings and is built anew")]
    public static partial void IndexOfAnotherVersion(ILogger logger, string path);

    [LoggerMessage(201, LogLevel.Warning, "The index in {Path} is damaged ({Reason}); it was set aside as {Aside} and is built anew")]
    public static partial void IndexSetAside(ILogger logger, string path, string aside, string reason);
}
