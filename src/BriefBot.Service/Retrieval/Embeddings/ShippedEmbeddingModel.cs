namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>The model that this build brings along.</summary>
internal static class ShippedEmbeddingModel
{
    /// <summary>
    /// What a process with the model and a small folder needs of what the runtime says that there is, in bytes; the runtime says three quarters of a container's limit. With 200 MB
    /// the process is killed when the model loads, with 256 MB it is not.
    /// </summary>
    public const long NeededMemory = 170_000_000;

    /// <summary>Whether there is enough memory to load it.</summary>
    public static bool HasMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= NeededMemory;

    /// <summary>The one beside the executable; null where it was built without ("-p:Embeddings=false").</summary>
    public static EmbeddingModel? Find() =>
#if EMBEDDINGS
        new EmbeddingModel(
            "arctic-embed-xs/cf2698d3/1", OnnxEmbeddings.QuestionPrefix, OnnxEmbeddings.Dimensions,
            () => new OnnxEmbeddings(Path.Combine(AppContext.BaseDirectory, "embedding-model")));
#else
        null;
#endif
}
