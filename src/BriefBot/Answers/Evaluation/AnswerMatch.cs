using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Evaluation;

/// <summary>
/// Decides whether a reply is right: it contains one of the answers and each required part as whole words, and nothing excluded.
/// </summary>
/// <remarks>
/// Texts are compared in lower case, without the articles a, an and the, with a space for every character that is no letter or digit; a
/// comma between digits is dropped. An answer that ends in <c>*</c> matches the beginning of a word.
/// </remarks>
internal static partial class AnswerMatch
{
    /// <summary>Returns whether <paramref name="text"/> holds any of <paramref name="answers"/>.</summary>
    public static bool Holds(string text, IEnumerable<string> answers)
    {
        var normalized = Normalize(text);
        return answers.Any(answer => HoldsAnswer(normalized, answer));
    }

    /// <summary>Returns whether a reply with this text answers <paramref name="question"/>, ignoring its sources.</summary>
    public static bool IsRight(EvaluationQuestion question, string reply)
    {
        var normalized = Normalize(reply);
        return (question.Answers.Count == 0 || question.Answers.Any(answer => HoldsAnswer(normalized, answer)))
            && question.All.All(part => HoldsAnswer(normalized, part))
            && !question.Not.Any(other => HoldsAnswer(normalized, other));
    }

    /// <summary>
    /// Returns whether one of the articles that prove the answer is among <paramref name="cited"/>; true where the question names none.
    /// </summary>
    public static bool IsCited(EvaluationQuestion question, IEnumerable<string> cited) =>
        question.Path is null || cited.Any(path => path == question.Path || question.Paths.Contains(path));

    private static bool HoldsAnswer(string normalized, string answer)
    {
        var wanted = Normalize(answer).TrimEnd();
        return wanted.Length > 1 && normalized.Contains(answer.EndsWith('*') ? wanted : wanted + " ", StringComparison.Ordinal);
    }

    /// <summary>Returns the words of a text in lower case, with a space before and after each.</summary>
    private static string Normalize(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in DigitComma().Replace(text.ToLowerInvariant(), "").EnumerateRunes())
        {
            letters.Append(
                Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? rune.ToString() : " "
            );
        }

        return $" {string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")))} ";
    }

    [GeneratedRegex("(?<=[0-9]),(?=[0-9])", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex DigitComma();
}
