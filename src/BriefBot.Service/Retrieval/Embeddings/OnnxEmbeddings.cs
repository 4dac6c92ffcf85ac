#if EMBEDDINGS
using System.Numerics.Tensors;
using FastBertTokenizer;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// Embeds text by snowflake-arctic-embed-xs (Merrick and others, Arctic-Embed, arXiv 2405.05374): 384 dimensions, length 1, the state of
/// the first token.
/// </summary>
/// <remarks>
/// A question is prefixed by <see cref="QuestionPrefix"/>, a unit is not. Runs one text at a time on one thread: batches and more threads
/// gain little on a small machine. Safe for concurrent use.
/// </remarks>
internal sealed class OnnxEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The prefix the model was trained with for questions.</summary>
    public const string QuestionPrefix = "Represent this sentence for searching relevant passages: ";

    /// <summary>Maximum number of tokens read of a text.</summary>
    private const int MostTokens = 512;

    /// <summary>Number of dimensions.</summary>
    public const int Dimensions = 384;

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] Outputs = ["last_hidden_state"];

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer = new();
    private readonly RunOptions _run = new();
    private readonly Lock _tokenizing = new();

    /// <param name="folder">Folder of the model and its vocabulary.</param>
    /// <exception cref="IOException">They can't be read.</exception>
    /// <exception cref="OnnxRuntimeException">The model is none.</exception>
    /// <exception cref="TypeInitializationException">The native library can't be loaded here.</exception>
    public OnnxEmbeddings(string folder)
    {
        OnnxTelemetry.TurnOff();
        using var vocabulary = File.OpenText(Path.Combine(folder, "vocab.txt"));
        _tokenizer.LoadVocabulary(vocabulary, convertInputToLowercase: true);
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            // Memory before the last tenth of a millisecond.
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _session = new InferenceSession(Path.Combine(folder, "model.onnx"), options);
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
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(text)));
        }

        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private float[] Embed(string text)
    {
        var (ids, mask, types) = Tokens(text);
        long[] shape = [1, ids.Length];
        using var first = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var second = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var third = OrtValue.CreateTensorValueFromMemory(types, shape);
        using var states = _session.Run(_run, Inputs, [first, second, third], Outputs);
        var vector = states[0].GetTensorDataAsSpan<float>()[..Dimensions].ToArray();
        var length = MathF.Max(TensorPrimitives.Norm(vector), float.Epsilon);
        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    /// <summary>The tokenizer keeps buffers of its own between calls.</summary>
    private (long[] Ids, long[] Mask, long[] Types) Tokens(string text)
    {
        lock (_tokenizing)
        {
            var (ids, mask, types) = _tokenizer.Encode(text, MostTokens);
            return (ids.ToArray(), mask.ToArray(), types.ToArray());
        }
    }
}
#endif
