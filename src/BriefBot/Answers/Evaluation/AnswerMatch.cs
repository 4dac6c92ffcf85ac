using System.Text;

namespace BriefBot.Answers.Evaluation;

/// <summary>
/// The rule by which a reply is right: a sentence of it holds one of the answers as whole words, compared in lower case,
/// without punctuation and articles (a, an, the), white space folded. An answer that ends in <c>*</c> matches the beginning of a word.
/// </summary>
internal static class AnswerMatch
{
    /// <summary>Whether <paramref name="sentence"/> holds any of <paramref name="answers"/>.</summary>
    public static bool Holds(string sentence, IEnumerable<string> answers)
    {
        var text = $" {Normalize(sentence)} ";
        return answers.Any(answer => Holds(text, answer));
    }

    private static bool Holds(string text, string answer)
    {
        var wanted = Normalize(answer);
        return wanted.Length > 0 && text.Contains(answer.EndsWith('*') ? $" {wanted}" : $" {wanted} ", StringComparison.Ordinal);
    }

    private static string Normalize(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                letters.Append(rune.ToString());
            }
            else if (Rune.IsWhiteSpace(rune) || rune.Value is '-' or '–' or '—' or '/')
            {
                letters.Append(' ');
            }
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }
}
