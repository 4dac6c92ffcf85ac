using System.Numerics.Tensors;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.AI;

namespace BriefBot.Tests.Fakes;

/// <summary>Texts with the same words mean the same, and a few other words do too. Remembers what it was asked for.</summary>
internal sealed class ScriptedEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 64;
    private const string Prefix = "asked: ";

    private static readonly Dictionary<string, string> Same = new() { ["sunk"] = "went down", ["ferry"] = "boat" };

    private readonly Lock _lock = new();
    private readonly List<string> _texts = [];
    private TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was embedded, in its order.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_lock)
            {
                return [.. _texts];
            }
        }
    }

    /// <summary>Called before a text is embedded; may throw.</summary>
    public Action<string> Embedding { get; set; } = _ => { };

    /// <summary>Whether somebody loaded the model.</summary>
    public bool IsLoaded { get; private set; }

    public EmbeddingModel Model(string version = "1") => new(version, Prefix, Dimensions, Load);

    /// <summary>Ends when so many texts have been embedded.</summary>
    public async Task UntilAsync(int count)
    {
        while (true)
        {
            Task another;
            lock (_lock)
            {
                if (_texts.Count >= count)
                {
                    return;
                }

                another = _another.Task;
            }

            await another.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            Embedding(text);
            embeddings.Add(new Embedding<float>(Vector(text)));
            lock (_lock)
            {
                _texts.Add(text);
                _another.TrySetResult();
                _another = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private ScriptedEmbeddings Load()
    {
        IsLoaded = true;
        return this;
    }

    private static float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        var means = Same.Aggregate(
            text.ToUpperInvariant(),
            (one, same) => one.Replace(same.Key.ToUpperInvariant(), same.Value.ToUpperInvariant(), StringComparison.Ordinal)
        );
        foreach (var word in means.Split([' ', '.', '?', ':', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            vector[word.Aggregate(7, (hash, letter) => ((hash * 31) + letter) % Dimensions)]++;
        }

        TensorPrimitives.Divide(vector, MathF.Max(TensorPrimitives.Norm(vector), 1), vector);
        return vector;
    }
}
