using System.Buffers;
using System.Text;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Decodes Windows-1252, the encoding of western Europe before UTF-8. The encoding does not declare itself, so text that reads oddly is
/// rejected.
/// </summary>
internal static class Windows1252Text
{
    /// <summary>
    /// Maximum share of letters outside of English, in percent; German and French have about five, other alphabets nearly all.
    /// </summary>
    private const int MostOtherLetters = 25;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>The text, or null where the bytes are something else.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (IsDamagedUtf8(bytes))
        {
            return null;
        }

        var text = Windows1252.GetString(bytes);
        var (letters, others) = (0, 0);
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f'))
            {
                return null;
            }

            if (char.IsLetter(character))
            {
                letters++;
                others += char.IsAscii(character) ? 0 : 1;
            }
        }

        return letters > 0 && others * 100 <= letters * MostOtherLetters ? text : null;
    }

    /// <summary>
    /// Returns whether some of it is UTF-8 beyond ASCII, or it ends within a character: it is a file that is being written, or was cut.
    /// </summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes).Any(character => !char.IsAscii(character) && character != Rune.ReplacementChar.Value)
        || (Rune.DecodeLastFromUtf8(bytes, out _, out var last) != OperationStatus.Done && last > 1);
}
