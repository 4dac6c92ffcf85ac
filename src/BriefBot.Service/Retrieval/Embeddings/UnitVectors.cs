using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// The embeddings of a passage's units, a byte a dimension: a scale and whole numbers from -127 to 127 each. Against the exact ones a cosine differs by less than 0.01.
/// </summary>
internal sealed class UnitVectors
{
    private const int Greatest = 127;
    private const int ScaleSize = sizeof(float);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _dimensions;

    private UnitVectors(ReadOnlyMemory<byte> bytes, int dimensions) => (_bytes, _dimensions) = (bytes, dimensions);

    /// <summary>As they are kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>
    /// Returns what is embedded: each unit that holds no others, after the title and the headings it stands under, a row of a table with the names of its columns.
    /// </summary>
    public static IReadOnlyList<string> Texts(Passage passage)
    {
        (string Text, BlockKind Kind)[] sentences =
            [.. passage.Blocks.SelectMany(block => SentenceSplitter.Cut(block).Select(span => (block.Text.Substring(span.Start, span.Length), block.Kind)))];
        var above = string.Join(" > ", passage.Headings.Prepend(passage.Title));
        var units = UnitCutter.Cut(passage);
        return [.. units.Where(unit => !IsWhole(unit, units)).Select(unit => $"{above}: {Text(unit, sentences)}")];
    }

    /// <summary>Returns the vectors of all units of a passage, of which a whole has the mean of its parts.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="vectors">Those of its <see cref="Texts"/>, of length 1.</param>
    public static UnitVectors Of(Passage passage, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var units = UnitCutter.Cut(passage);
        var next = 0;
        (AnswerUnit Unit, ReadOnlyMemory<float> Vector)[] parts = [.. units.Where(unit => !IsWhole(unit, units)).Select(unit => (unit, vectors[next++]))];
        return Of([.. units.Select(unit => parts.FirstOrDefault(part => part.Unit == unit) is { Vector.Length: > 0 } own
            ? own.Vector : Mean(parts.Where(part => unit.Holds(part.Unit.First)).Select(part => part.Vector)))]);
    }

    private static bool IsWhole(AnswerUnit unit, IReadOnlyList<AnswerUnit> units) => unit.Last > unit.First
        && units.Any(other => other != unit && unit.Holds(other.First) && unit.Holds(other.Last) && other.Last - other.First < unit.Last - unit.First);

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

    private static string Text(AnswerUnit unit, (string Text, BlockKind Kind)[] sentences)
    {
        var header = unit.Introduction.Select(ordinal => sentences[ordinal]).LastOrDefault(sentence => sentence.Kind == BlockKind.TableHeader).Text;
        return string.Join(' ', unit.Ordinals.Select(ordinal => sentences[ordinal])
            .Where(sentence => sentence.Kind != BlockKind.TableHeader || header is null)
            .Select(sentence => sentence.Kind == BlockKind.TableRow && header is not null ? Row(header, sentence.Text) : sentence.Text));
    }

    private static string Row(string header, string row)
    {
        var (columns, cells) = (TableCells.Split(header), TableCells.Split(row));
        return string.Join("; ", cells.Select((cell, i) => i < columns.Length && columns[i].Length > 0 ? $"{columns[i]}: {cell}" : cell));
    }

    /// <summary>Those of vectors of length 1, one for each unit.</summary>
    public static UnitVectors Of(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var dimensions = vectors.Count > 0 ? vectors[0].Length : 0;
        var bytes = new byte[vectors.Count * (ScaleSize + dimensions)];
        for (var i = 0; i < vectors.Count; i++)
        {
            Write(vectors[i].Span, bytes.AsSpan(i * (ScaleSize + dimensions), ScaleSize + dimensions));
        }

        return new UnitVectors(bytes, dimensions);
    }

    /// <summary>Those that were kept of <paramref name="passage"/>, or null where the bytes are not of its units.</summary>
    public static UnitVectors? Read(ReadOnlyMemory<byte> bytes, Passage passage, int dimensions) =>
        bytes.Length == UnitCutter.Cut(passage).Count * (ScaleSize + dimensions) ? new UnitVectors(bytes, dimensions) : null;

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
