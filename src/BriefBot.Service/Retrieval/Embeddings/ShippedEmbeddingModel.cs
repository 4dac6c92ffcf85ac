namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>The model that this build brings along.</summary>
internal static class ShippedEmbeddingModel
{
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
