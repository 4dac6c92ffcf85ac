using Microsoft.Extensions.AI;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>A model of embeddings, loaded when it is first needed.</summary>
/// <param name="Version">What its vectors are kept under: with another version they are made anew.</param>
/// <param name="QuestionPrefix">What it wants to see before a question.</param>
/// <param name="Dimensions">How many numbers a vector has; its length is 1.</param>
/// <param name="Load">Loads it; takes up to seconds. Whatever keeps it from loading is thrown.</param>
internal sealed record EmbeddingModel(string Version, string QuestionPrefix, int Dimensions, Func<IEmbeddingGenerator<string, Embedding<float>>> Load);
