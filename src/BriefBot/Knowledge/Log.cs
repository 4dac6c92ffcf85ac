using Microsoft.Extensions.Logging;

namespace BriefBot.Knowledge;

internal static partial class Log
{
    [LoggerMessage(
        100,
        LogLevel.Information,
        "{DocumentCount} articles, {PassageCount} passages ({ReadCount} read, {RemovedCount} removed)"
    )]
    public static partial void FolderRead(ILogger logger, int documentCount, int passageCount, int readCount, int removedCount);

    [LoggerMessage(EventId = 101, Message = "{Problem}")]
    public static partial void FileProblem(ILogger logger, LogLevel level, Problem problem);

    [LoggerMessage(102, LogLevel.Error, "Knowledge:Path: there is no folder {Path}. Make it, or name another with --knowledge DIR")]
    public static partial void FolderMissing(ILogger logger, string path);

    [LoggerMessage(
        103,
        LogLevel.Error,
        "Knowledge:Path: the folder {Path} holds no article that can be read. Put files into it such as Markdown or HTML"
    )]
    public static partial void FolderEmpty(ILogger logger, string path);

    [LoggerMessage(
        107,
        LogLevel.Information,
        "The folder changed: {ReadCount} read, {RemovedCount} removed ({Paths}); {DocumentCount} articles, {PassageCount} passages"
    )]
    public static partial void FolderChanged(
        ILogger logger,
        int readCount,
        int removedCount,
        string paths,
        int documentCount,
        int passageCount
    );

    [LoggerMessage(
        108,
        LogLevel.Error,
        "The index can't be brought up to date with the knowledge folder {Path} ({Reason}). What was read goes on answering. Mount the folder or make it "
            + "readable, or make room for the index (Data:Path); it is tried again by itself"
    )]
    public static partial void FolderGone(ILogger logger, string path, string reason);

    [LoggerMessage(
        109,
        LogLevel.Information,
        "Files in the format {Ending} are not read ({Count}, such as {Path}). Save what they say as one of {Formats}"
    )]
    public static partial void FormatNotRead(ILogger logger, string ending, int count, string path, string formats);

    [LoggerMessage(105, LogLevel.Warning, "What was kept of the knowledge folder is damaged ({Reason}); the folder is read anew")]
    public static partial void StoreDamaged(ILogger logger, string reason);

    [LoggerMessage(
        110,
        LogLevel.Error,
        "The knowledge folder {Path} could not be read into the index: {Reason} It is tried again by itself"
    )]
    public static partial void FolderUnusable(ILogger logger, string path, string reason);

    [LoggerMessage(104, LogLevel.Error, "The knowledge folder {Path} could not be read into the index")]
    public static partial void FolderFailed(ILogger logger, string path, Exception exception);
}
