using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.OutOfProcess;

/// <summary>The messages between the service and the reading process: lengths, bytes and JSON.</summary>
internal sealed partial class OutOfProcessMessage
{
    public static void Write(BinaryWriter to, KnowledgeOptions options) =>
        Write(to, JsonSerializer.SerializeToUtf8Bytes(options, Json.Default.KnowledgeOptions));

    public static KnowledgeOptions ReadOptions(BinaryReader from) =>
        JsonSerializer.Deserialize(ReadBytes(from), Json.Default.KnowledgeOptions) ?? throw new InvalidDataException("No settings came.");

    public static void WriteFile(BinaryWriter to, string path, ReadOnlyMemory<byte> content)
    {
        to.Write(path);
        Write(to, content.Span);
    }

    /// <summary>The next file, or null where none will come.</summary>
    public static (string Path, byte[] Content)? ReadFile(BinaryReader from)
    {
        try
        {
            return (from.ReadString(), ReadBytes(from));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    public static void Write(BinaryWriter to, ReadResult result)
    {
        var answer = result switch
        {
            ReadResult.Read read => new Answer(read.Article, null),
            ReadResult.Failed failed => new Answer(null, failed.Problem, failed.IsLeftOut),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
        Write(to, JsonSerializer.SerializeToUtf8Bytes(answer, Json.Default.Answer));
    }

    /// <exception cref="EndOfStreamException">The other process ended before its answer did.</exception>
    public static ReadResult ReadResult(BinaryReader from) =>
        JsonSerializer.Deserialize(ReadBytes(from), Json.Default.Answer) switch
        {
            { Article: { } article } => new ReadResult.Read(article),
            { Problem: { } problem, IsLeftOut: var isLeftOut } => new ReadResult.Failed(problem) { IsLeftOut = isLeftOut },
            _ => throw new InvalidDataException("The answer holds nothing."),
        };

    private static void Write(BinaryWriter to, ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes.Length);
        to.Write(bytes);
        to.Flush();
    }

    private static byte[] ReadBytes(BinaryReader from)
    {
        var length = from.ReadInt32();
        var bytes = from.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }

    internal sealed record Answer(Article? Article, Problem? Problem, bool IsLeftOut = false);

    [JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
    [JsonSerializable(typeof(KnowledgeOptions))]
    [JsonSerializable(typeof(Answer))]
    internal sealed partial class Json : JsonSerializerContext;
}
