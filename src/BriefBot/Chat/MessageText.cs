using System.Globalization;
using System.Text;

namespace BriefBot.Chat;

/// <summary>What was typed, without what nobody can see.</summary>
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

    /// <summary>Whether a character steers what shows it (a terminal, the direction of writing) and is not seen itself.</summary>
    public static bool IsUnseen(char character) =>
        char.IsControl(character) || character is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Whether there is a letter or a digit in it.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
