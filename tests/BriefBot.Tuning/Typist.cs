using System.Text.RegularExpressions;
using BriefBot.Answers.Sentences;

namespace BriefBot.Tuning;

/// <summary>
/// Mistypes words of questions as people do on a QWERTY keyboard: each kind of slip and each letter, the first too, is as
/// likely as any other. The same chance makes the same slips.
/// </summary>
internal sealed partial class Typist(Random random)
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Mistypes one word that carries the question.</summary>
    /// <returns>The question and the slip; null where no word of at least four letters carries it.</returns>
    public (string Question, Typo Typo)? Mistype(string question)
    {
        var words = Words().Matches(question).Where(match => !FunctionWords.Contains(match.Value.ToLowerInvariant())).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        var word = words[random.Next(words.Length)];
        while (true)
        {
            var kind = (TypoKind)random.Next(Enum.GetValues<TypoKind>().Length);
            var typed = Slip(word.Value, kind, random.Next(word.Length));
            if (typed != word.Value)
            {
                return (question[..word.Index] + typed + question[(word.Index + word.Length)..], new Typo(kind, word.Value.ToLowerInvariant(), typed.ToLowerInvariant()));
            }
        }
    }

    private string Slip(string word, TypoKind kind, int at) => kind switch
    {
        TypoKind.Swapped when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        TypoKind.Swapped => word,
        TypoKind.Dropped => word.Remove(at, 1),
        TypoKind.Doubled => word.Insert(at, word[at].ToString()),
        TypoKind.Neighbouring => word[..at] + Beside(word[at]) + word[(at + 1)..],
        _ => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
    };

    private char Beside(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var row = Array.FindIndex(Rows, keys => keys.Contains(lower));
        if (row < 0)
        {
            return letter;
        }

        var column = Rows[row].IndexOf(lower);
        // Each row stands half a key to the right of the one above.
        (int Row, int Column)[] around = [(row, column - 1), (row, column + 1), (row - 1, column), (row - 1, column + 1), (row + 1, column - 1), (row + 1, column)];
        var keys = around.Where(key => key.Row >= 0 && key.Row < Rows.Length && key.Column >= 0 && key.Column < Rows[key.Row].Length)
            .Select(key => Rows[key.Row][key.Column]).ToArray();
        var key = keys[random.Next(keys.Length)];
        return char.IsUpper(letter) ? char.ToUpperInvariant(key) : key;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])[A-Za-z]{4,}(?![\p{L}\p{N}])")]
    private static partial Regex Words();
}
