namespace BriefBot.Service.Retrieval;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "The index in {Path} was written by another version or with other settings; rebuilding it")]
    public static partial void IndexOfAnotherVersion(ILogger logger, string path);

    [LoggerMessage(201, LogLevel.Warning, "The index in {Path} is damaged ({Reason}); it was moved to {Aside}; rebuilding it")]
    public static partial void IndexSetAside(ILogger logger, string path, string aside, string reason);

    [LoggerMessage(
        202,
        LogLevel.Warning,
        "The embedding model can't be used here ({Reason}); ranking by words alone. Set Retrieval:Embeddings = false to silence this warning"
    )]
    public static partial void NoEmbeddings(ILogger logger, string reason);

    [LoggerMessage(
        203,
        LogLevel.Warning,
        "Embeddings can't be made or stored ({Reason}); ranking by words alone, and retrying in {Seconds} s"
    )]
    public static partial void EmbeddingFailed(ILogger logger, string reason, double seconds);

    [LoggerMessage(204, LogLevel.Information, "Embeddings ready for {Count} passages ({Made} new)")]
    public static partial void Embedded(ILogger logger, int count, int made);

    [LoggerMessage(205, LogLevel.Warning, "Embeddings can't be stored in {Path} ({Reason}); they are made again at each start")]
    public static partial void VectorsNotKept(ILogger logger, string path, string reason);

    [LoggerMessage(206, LogLevel.Warning, "Embeddings are unavailable ({Reason}); this question is answered by words alone")]
    public static partial void NoSimilarity(ILogger logger, string reason);

    [LoggerMessage(
        207,
        LogLevel.Warning,
        "The question's embedding was not ready within {Seconds} s; this question is answered by words alone"
    )]
    public static partial void LateSimilarity(ILogger logger, double seconds);
}
