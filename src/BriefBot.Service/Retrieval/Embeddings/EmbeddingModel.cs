using Microsoft.Extensions.AI;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>A model of embeddings, loaded when it is first needed.</summary>
/// <param name="Version">The version its vectors are stored under: with another version they are made anew.</param>
/// <param name="QuestionPrefix">The prefix it expects before a question.</param>
/// <param name="Dimensions">Number of dimensions; vectors have length 1.</param>
/// <param name="Load">Loads it, which takes up to seconds, and throws whatever fails.</param>
internal sealed record EmbeddingModel(
    string Version,
    string QuestionPrefix,
    int Dimensions,
    Func<IEmbeddingGenerator<string, Embedding<float>>> Load
);
