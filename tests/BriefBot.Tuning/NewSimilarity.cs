using System.Collections.Concurrent;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.AI;

namespace BriefBot.Tuning;

/// <summary>Embeds what it is asked of when it is asked, and keeps it. One question at a time.</summary>
internal sealed class NewSimilarity(EmbeddingModel model) : ISentenceSimilarity
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embeddings = model.Load();
    private readonly ConcurrentDictionary<string, float[]> _questions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SentenceVectors> _passages = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<IReadOnlyList<double>>?> OfAsync(string question, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        if (!_questions.TryGetValue(question, out var vector))
        {
            var text = model.QuestionPrefix + question;
            vector = _questions[question] = (await _embeddings.GenerateAsync([text], null, cancellationToken))[0].Vector.ToArray();
        }

        var similar = new List<IReadOnlyList<double>>();
        foreach (var passage in passages)
        {
            if (!_passages.TryGetValue(passage.Id, out var vectors))
            {
                var made = await _embeddings.GenerateAsync(SentenceVectors.Texts(passage), null, cancellationToken);
                vectors = _passages[passage.Id] = SentenceVectors.Of([.. made.Select(one => one.Vector)]);
            }

            similar.Add(vectors.To(vector));
        }

        return similar;
    }
}
