using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// The embeddings of a passage's sentences, a byte a dimension: a scale and whole numbers from -127 to 127 each. Against the exact ones a cosine differs by less than 0.01.
/// </summary>
internal sealed class SentenceVectors
{
    private const int Greatest = 127;
    private const int ScaleSize = sizeof(float);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _dimensions;

    private SentenceVectors(ReadOnlyMemory<byte> bytes, int dimensions) => (_bytes, _dimensions) = (bytes, dimensions);

    /// <summary>As they are kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>What is embedded: each sentence after the title of its article, without which "it was opened in 1893" means little.</summary>
    public static IReadOnlyList<string> Texts(Passage passage) => [.. SentenceSplitter.Sentences(passage).Select(sentence => $"{passage.Title}: {sentence}")];

    /// <summary>Those of vectors of length 1, one for each sentence.</summary>
    public static SentenceVectors Of(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var dimensions = vectors.Count > 0 ? vectors[0].Length : 0;
        var bytes = new byte[vectors.Count * (ScaleSize + dimensions)];
        for (var i = 0; i < vectors.Count; i++)
        {
            Write(vectors[i].Span, bytes.AsSpan(i * (ScaleSize + dimensions), ScaleSize + dimensions));
        }

        return new SentenceVectors(bytes, dimensions);
    }

    /// <summary>Those that were kept of <paramref name="passage"/>, or null where the bytes are not of its sentences.</summary>
    public static SentenceVectors? Read(ReadOnlyMemory<byte> bytes, Passage passage, int dimensions) =>
        bytes.Length == SentenceSplitter.Sentences(passage).Count() * (ScaleSize + dimensions) ? new SentenceVectors(bytes, dimensions) : null;

    /// <summary>The cosine of each with a question whose embedding has length 1.</summary>
    public IReadOnlyList<double> To(ReadOnlySpan<float> question)
    {
        var cosines = new double[_bytes.Length / (ScaleSize + _dimensions)];
        for (var i = 0; i < cosines.Length; i++)
        {
            cosines[i] = Cosine(question, _bytes.Span.Slice(i * (ScaleSize + _dimensions), ScaleSize + _dimensions));
        }

        return cosines;
    }

    private static void Write(ReadOnlySpan<float> vector, Span<byte> to)
    {
        var scale = 0f;
        foreach (var value in vector)
        {
            scale = Math.Max(scale, Math.Abs(value) / Greatest);
        }

        BinaryPrimitives.WriteSingleLittleEndian(to, scale);
        for (var i = 0; i < vector.Length; i++)
        {
            to[ScaleSize + i] = (byte)(sbyte)(scale == 0 ? 0 : MathF.Round(vector[i] / scale));
        }
    }

    private static double Cosine(ReadOnlySpan<float> question, ReadOnlySpan<byte> vector)
    {
        var values = MemoryMarshal.Cast<byte, sbyte>(vector[ScaleSize..]);
        var sum = 0f;
        for (var i = 0; i < question.Length; i++)
        {
            sum += question[i] * values[i];
        }

        return sum * BinaryPrimitives.ReadSingleLittleEndian(vector);
    }
}
