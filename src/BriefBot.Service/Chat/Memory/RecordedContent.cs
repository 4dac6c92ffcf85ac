using System.IO.Compression;
using System.Text.Json;
using BriefBot.Chat.Memory;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Writes and reads the evidence of an answer: JSON, compressed with Brotli.</summary>
internal static class RecordedContent
{
    public static byte[] Write(RecordedAnswer answer)
    {
        using var content = new MemoryStream();
        using (var compressed = new BrotliStream(content, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(compressed, answer, MemoryJson.Default.RecordedAnswer);
        }

        return content.ToArray();
    }

    /// <summary>Returns the evidence, or null where another version wrote it in another form.</summary>
    public static RecordedAnswer? Read(byte[] content)
    {
        try
        {
            using var compressed = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(compressed, MemoryJson.Default.RecordedAnswer);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
