using System.Buffers;
using System.Text;
using System.Text.Unicode;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// The bytes of a file as text: UTF-8, strictly, with or without a byte order mark, else UTF-16 with one, else Windows-1252 where
/// it reads as that; every line ends in a line feed.
/// </summary>
internal static class ArticleText
{
    /// <summary>
    /// Returns the text without its byte order mark and the marks of an unresolved merge, and a problem: an error where there is no text,
    /// else a warning or null.
    /// </summary>
    /// <param name="path">The path below the knowledge folder.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="maxLineLength">Maximum length of a line, in characters.</param>
    public static (string Text, Problem? Problem) Decode(string path, ReadOnlySpan<byte> bytes, int maxLineLength)
    {
        var (decoded, problem) = Decode(path, bytes);
        var (text, conflict) = MergeConflict.Remove(decoded);
        return problem is not { Severity: Severity.Error } && FindLongLine(text, maxLineLength) is { } line
                ? Wrong(path, line, $"This line is longer than {maxLineLength:N0} characters. Split it into shorter lines.")
            : conflict is { } first ? (text, MergeConflict.Warn(path, first))
            : (text, problem);
    }

    /// <summary>The same, however long its lines.</summary>
    public static (string Text, Problem? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return DecodeUtf16(path, bytes);
        }

        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (content.IndexOf((byte)0) is >= 0 and var zero)
        {
            return Wrong(
                path,
                LineOf(content, zero),
                "This looks like a binary file: it contains a zero byte. Save it as UTF-8 text, or remove it."
            );
        }

        var characters = new char[content.Length];
        if (Utf8.ToUtf16(content, characters, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            var line = LineOf(content, read);
            return Windows1252Text.Read(content) is { } other
                ? (WithLineFeeds(other), Guessed(path, line, "Windows-1252"))
                : Wrong(path, line, "Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8.");
        }

        return NotEmpty(path, new string(characters, 0, written), null);
    }

    private static (string Text, Problem? Problem) DecodeUtf16(string path, ReadOnlySpan<byte> bytes)
    {
        var encoding = new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        try
        {
            return NotEmpty(path, encoding.GetString(bytes[2..]), Guessed(path, null, "UTF-16"));
        }
        catch (ArgumentException)
        {
            return Wrong(path, null, "This begins like UTF-16 but isn’t. Save it as UTF-8.");
        }
    }

    private static Problem Guessed(string path, int? line, string encoding) =>
        new(path, line, $"This isn’t UTF-8; it was read as {encoding}. Save it as UTF-8.") { Severity = Severity.Warning };

    private static (string Text, Problem? Problem) NotEmpty(string path, string text, Problem? warning) =>
        string.IsNullOrWhiteSpace(text)
            ? Wrong(path, null, "The file is empty. Add some text, or remove it.")
            : (WithLineFeeds(text), warning);

    private static int? FindLongLine(string text, int maxLength)
    {
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            if (text.AsSpan(range).Length > maxLength)
            {
                return line;
            }
        }

        return null;
    }

    private static (string Text, Problem? Problem) Wrong(string path, int? line, string message) => ("", new Problem(path, line, message));

    private static int LineOf(ReadOnlySpan<byte> content, int index) =>
        WithLineFeeds(Encoding.UTF8.GetString(content[..index])).Count(c => c == '\n') + 1;

    /// <summary>Else the parsers would not agree on where a line ends, and so not on its number.</summary>
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
