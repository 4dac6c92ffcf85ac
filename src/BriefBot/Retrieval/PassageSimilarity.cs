using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>How near a passage is to a question: cosines of embeddings, from -1 to 1.</summary>
/// <param name="Whole">That of the passage as a whole.</param>
/// <param name="Sentences">Those of its sentences, as <see cref="SentenceSplitter.Sentences"/> cuts them.</param>
public sealed record PassageSimilarity(double Whole, IReadOnlyList<double> Sentences);
