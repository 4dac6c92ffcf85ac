using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// The embeddings of a passage's units, a byte a dimension: a scale and whole numbers from -127 to 127 each. Against the exact ones a
/// cosine differs by less than 0.01.
/// </summary>
internal sealed class UnitVectors
{
    private const int Greatest = 127;
    private const int ScaleSize = sizeof(float);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _cells;
    private readonly int _units;

    private UnitVectors(ReadOnlyMemory<byte> bytes, int[] cells, int units) => (_bytes, _cells, _units) = (bytes, cells, units);

    /// <summary>As they are kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Returns the vectors of all units of a passage, a whole having the mean of its parts, and of its table cells.</summary>
    /// <param name="texts">The embedded texts of the passage.</param>
    /// <param name="vectors">The vectors of the texts, in order, of length 1.</param>
    public static UnitVectors Create(UnitTexts texts, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var own = new ReadOnlyMemory<float>[texts.Units.Count];
        var cells = new List<ReadOnlyMemory<float>>();
        foreach (var (i, unit) in texts.UnitOf.Index())
        {
            if (own[unit].IsEmpty)
            {
                own[unit] = vectors[i];
            }
            else
            {
                cells.Add(vectors[i]);
            }
        }

        var units = own.Index().Select(one => one.Item.IsEmpty ? Mean(Parts(texts, own, texts.Units[one.Index])) : one.Item);
        return new UnitVectors(Write([.. units, .. cells]), Cells(texts), texts.Units.Count);
    }

    /// <summary>Returns those that were kept of a passage, or null where the bytes are not of its texts.</summary>
    public static UnitVectors? Read(ReadOnlyMemory<byte> bytes, UnitTexts texts, int dimensions)
    {
        var cells = Cells(texts);
        return bytes.Length == (texts.Units.Count + cells.Length) * (ScaleSize + dimensions)
            ? new UnitVectors(bytes, cells, texts.Units.Count)
            : null;
    }

    /// <summary>
    /// Returns the cosine of each unit with a question whose embedding has length 1; of a row of a table that of its nearest cell, where
    /// that is nearer.
    /// </summary>
    public IReadOnlyList<double> To(ReadOnlySpan<float> question)
    {
        var size = ScaleSize + question.Length;
        var cosines = new double[_units];
        for (var i = 0; i < _units + _cells.Length; i++)
        {
            var cosine = Cosine(question, _bytes.Span.Slice(i * size, size));
            var unit = i < _units ? i : _cells[i - _units];
            cosines[unit] = i < _units ? cosine : Math.Max(cosines[unit], cosine);
        }

        return cosines;
    }

    private static IEnumerable<ReadOnlyMemory<float>> Parts(UnitTexts texts, ReadOnlyMemory<float>[] own, AnswerUnit whole) =>
        own.Where((vector, i) => !vector.IsEmpty && whole.Holds(texts.Units[i].First));

    /// <summary>For each text of a cell the ordinal of its row.</summary>
    private static int[] Cells(UnitTexts texts) => [.. texts.UnitOf.Where((unit, i) => i > 0 && texts.UnitOf[i - 1] == unit)];

    private static float[] Mean(IEnumerable<ReadOnlyMemory<float>> vectors)
    {
        float[]? sum = null;
        foreach (var vector in vectors)
        {
            sum ??= new float[vector.Length];
            TensorPrimitives.Add(sum, vector.Span, sum);
        }

        var mean = sum ?? [];
        TensorPrimitives.Divide(mean, MathF.Max(TensorPrimitives.Norm(mean), float.Epsilon), mean);
        return mean;
    }

    private static byte[] Write(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var size = ScaleSize + (vectors.Count > 0 ? vectors[0].Length : 0);
        var bytes = new byte[vectors.Count * size];
        for (var i = 0; i < vectors.Count; i++)
        {
            Write(vectors[i].Span, bytes.AsSpan(i * size, size));
        }

        return bytes;
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
