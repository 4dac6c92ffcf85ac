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

    [LoggerMessage(102, LogLevel.Error, "Knowledge:Path: there is no folder {Path}. Create it, or choose another with --knowledge DIR")]
    public static partial void FolderMissing(ILogger logger, string path);

    [LoggerMessage(103, LogLevel.Error, "Knowledge:Path: the folder {Path} has no readable articles. Add files such as Markdown or HTML")]
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
        "The index can't be brought up to date with the knowledge folder {Path} ({Reason}). Answers come from the last version read. Mount the folder or make it "
            + "readable, or free some space for the index (Data:Path). BriefBot will retry automatically"
    )]
    public static partial void FolderGone(ILogger logger, string path, string reason);

    [LoggerMessage(
        109,
        LogLevel.Information,
        "Files in the format {Ending} are not read ({Count}, such as {Path}). Save them as one of {Formats}"
    )]
    public static partial void FormatNotRead(ILogger logger, string ending, int count, string path, string formats);

    [LoggerMessage(105, LogLevel.Warning, "The stored state of the knowledge folder is damaged ({Reason}); reading the folder again")]
    public static partial void StoreDamaged(ILogger logger, string reason);

    [LoggerMessage(110, LogLevel.Error, "The knowledge folder {Path} could not be indexed: {Reason} BriefBot will retry automatically")]
    public static partial void FolderUnusable(ILogger logger, string path, string reason);

    [LoggerMessage(104, LogLevel.Error, "The knowledge folder {Path} could not be indexed")]
    public static partial void FolderFailed(ILogger logger, string path, Exception exception);
}
