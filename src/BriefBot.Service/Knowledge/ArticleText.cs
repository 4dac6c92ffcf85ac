using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>The bytes of a file as text: UTF-8, strictly, with or without a byte order mark.</summary>
internal static class ArticleText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark, or what is wrong with it.</summary>
    public static (string Text, Problem? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Wrong(path, null, "is UTF-16. Save it as UTF-8.");
        }

        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (content.IndexOf((byte)0) is >= 0 and var zero)
        {
            return Wrong(path, LineOf(content, zero), "holds a zero byte, so it is no text. Save it as text in UTF-8, or remove it.");
        }

        try
        {
            var text = Strict.GetString(content);
            return string.IsNullOrWhiteSpace(text) ? Wrong(path, null, "is empty. Write something into it, or remove it.") : (text, null);
        }
        catch (DecoderFallbackException e)
        {
            return Wrong(path, LineOf(content, Math.Max(e.Index, 0)), "is not UTF-8. Save it as UTF-8.");
        }
    }

    private static (string Text, Problem? Problem) Wrong(string path, int? line, string message) => ("", new Problem(path, line, message));

    private static int LineOf(ReadOnlySpan<byte> content, int index) => content[..Math.Min(index, content.Length)].Count((byte)'\n') + 1;
}
