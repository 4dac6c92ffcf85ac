using System.Globalization;
using System.Text;

namespace BriefBot.Chat;

/// <summary>Cleans typed text of invisible characters.</summary>
internal static class MessageText
{
    /// <summary>
    /// Without control and direction characters, white space folded. Half a surrogate pair becomes the replacement character.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(isSpace ? " " : rune.ToString());
            }
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Returns whether a character is invisible and controls the display (a terminal, the direction of writing).</summary>
    public static bool IsUnseen(char character) =>
        char.IsControl(character)
        || character is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Returns whether there is a letter or a digit in it.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
