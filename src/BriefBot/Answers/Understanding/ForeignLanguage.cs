using System.Collections.Frozen;
using System.Text;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>Tells whether a question is in English, the one language that the bot understands well.</summary>
internal static class ForeignLanguage
{
    private static readonly FrozenSet<string> Foreign = WordList
        .Words("Answers/Understanding/foreign-words.txt")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Returns whether most letters are of another script than the Latin one, or it contains a word of another language and no English
    /// question word.
    /// </summary>
    public static bool IsForeign(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToArray();
        var words = QuestionWords.Split(text);
        return letters.Length > 0
            && (
                letters.Count(rune => rune.Value > LastLatin) * 2 > letters.Length
                || (words.Any(IsForeignWord) && !words.Any(word => FunctionWords.Contains(word) && !Shared.Contains(word)))
            );
    }

    /// <summary>Returns whether a word, in lower case, is one that makes a question of another language.</summary>
    public static bool IsForeignWord(string word) => Foreign.Contains(word.Trim('¿', '¡'));

    /// <summary>The end of Latin Extended-B.</summary>
    private const int LastLatin = 0x24F;

    /// <summary>Function words of English that other languages write the same.</summary>
    private static readonly FrozenSet<string> Shared = "a as can do he i in me no of on one so to us was y"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
}
