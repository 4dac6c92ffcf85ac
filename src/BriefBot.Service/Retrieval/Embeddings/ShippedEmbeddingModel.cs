namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>The model that this build brings along.</summary>
internal static class ShippedEmbeddingModel
{
    /// <summary>
    /// Minimum memory of a process with the model and a small folder, in bytes as the runtime reports it: three quarters of a container's
    /// limit.
    /// </summary>
    /// <remarks>With a limit of 200 MB the process is killed when the model loads, with 256 MB it is not.</remarks>
    public const long NeededMemory = 170_000_000;

    /// <summary>Indicates whether there is enough memory to load it.</summary>
    public static bool HasMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= NeededMemory;

    /// <summary>The one beside the executable; null where it was built without ("-p:Embeddings=false").</summary>
    public static EmbeddingModel? Find() =>
#if EMBEDDINGS
        new EmbeddingModel(
            "arctic-embed-xs/cf2698d3/1",
            OnnxEmbeddings.QuestionPrefix,
            OnnxEmbeddings.Dimensions,
            () => new OnnxEmbeddings(Path.Combine(AppContext.BaseDirectory, "embedding-model"))
        );
#else
        null;
#endif
}
