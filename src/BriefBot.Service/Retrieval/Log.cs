namespace BriefBot.Service.Retrieval;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "The index in {Path} was written by another version or with other settings and is built anew")]
    public static partial void IndexOfAnotherVersion(ILogger logger, string path);

    [LoggerMessage(201, LogLevel.Warning, "The index in {Path} is damaged ({Reason}); it was set aside as {Aside} and is built anew")]
    public static partial void IndexSetAside(ILogger logger, string path, string aside, string reason);

    [LoggerMessage(
        202,
        LogLevel.Warning,
        "The embedding model can't be used here ({Reason}); answers are chosen by words alone. Retrieval:Embeddings=false does so without this warning"
    )]
    public static partial void NoEmbeddings(ILogger logger, string reason);

    [LoggerMessage(
        203,
        LogLevel.Warning,
        "The vectors of passages can't be made or kept now ({Reason}); meanwhile answers are chosen by words alone, and it is tried again in {Seconds} s"
    )]
    public static partial void EmbeddingFailed(ILogger logger, string reason, double seconds);

    [LoggerMessage(204, LogLevel.Information, "{Count} passages have their vectors now, {Made} of them made")]
    public static partial void Embedded(ILogger logger, int count, int made);

    [LoggerMessage(205, LogLevel.Warning, "The vectors of passages can't be kept in {Path} ({Reason}); they are made anew at each start")]
    public static partial void VectorsNotKept(ILogger logger, string path, string reason);

    [LoggerMessage(206, LogLevel.Warning, "What sentences mean can't be told now ({Reason}); this question is answered by words alone")]
    public static partial void NoSimilarity(ILogger logger, string reason);

    [LoggerMessage(
        207,
        LogLevel.Warning,
        "The embeddings were not ready within {Seconds} s; this question is answered by words alone, and the next goes on with them"
    )]
    public static partial void LateSimilarity(ILogger logger, double seconds);
}
