using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.AI;

namespace BriefBot.Tuning;

/// <summary>Embeds each text once, and keeps the vectors in a file from run to run. Safe for concurrent use.</summary>
internal sealed class CachedEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ConcurrentDictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private readonly IEmbeddingGenerator<string, Embedding<float>> _inner;
    private readonly string? _file;
    private int _made;

    /// <param name="model">The model.</param>
    /// <param name="file">Where the vectors are kept, or null to keep none; delete it when the model changes.</param>
    public CachedEmbeddings(EmbeddingModel model, string? file)
    {
        (_inner, _file) = (model.Load(), file);
        if (file is null || !File.Exists(file))
        {
            return;
        }

        using var reader = new BinaryReader(File.OpenRead(file));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            _vectors[reader.ReadString()] = MemoryMarshal.Cast<byte, float>(reader.ReadBytes(model.Dimensions * sizeof(float))).ToArray();
        }
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            if (!_vectors.TryGetValue(text, out var vector))
            {
                vector = _vectors[text] = (await _inner.GenerateAsync([text], options, cancellationToken))[0].Vector.ToArray();
                _made++;
            }

            embeddings.Add(new Embedding<float>(vector));
        }

        return embeddings;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <summary>Writes the file, if a vector was made.</summary>
    public void Save()
    {
        if (_file is null || _made == 0)
        {
            return;
        }

        using var writer = new BinaryWriter(File.Create(_file));
        foreach (var (text, vector) in _vectors)
        {
            writer.Write(text);
            writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }

        _made = 0;
    }

    /// <summary>Several services share it, each of which disposes of its generator; it goes with the process.</summary>
    public void Dispose() { }
}
