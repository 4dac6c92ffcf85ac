using System.Text.RegularExpressions;

namespace BriefBot.Answers.Language;

/// <summary>Finds the versions, years, numbers of errors and identifiers of a text, which mean one thing and nothing near it.</summary>
internal static partial class WrittenCodes
{
    /// <summary>Returns them in lower case, in order.</summary>
    public static IEnumerable<string> Find(string text) => Code().Matches(text).Select(code => code.Value.ToLowerInvariant());

    /// <summary>Returns whether two codes are one: 1.4 is 1.4.0 too, and v1.4.</summary>
    public static bool AreSame(string one, string other)
    {
        var (a, b) = (one.TrimStart('v'), other.TrimStart('v'));
        return a == b
            || (
                char.IsAsciiDigit(a[0])
                && (a.StartsWith(b + ".", StringComparison.Ordinal) || b.StartsWith(a + ".", StringComparison.Ordinal))
            );
    }

    /// <summary>
    /// Returns whether two codes are different ones of a kind: letters and digits in the same order, or the same part before the last.
    /// </summary>
    public static bool AreAlike(string one, string other) =>
        one != other && (Shape(one) == Shape(other) || (Parent(one) is { Length: > 2 } parent && parent == Parent(other)));

    /// <summary>Returns whether a code is a year.</summary>
    public static bool IsYear(string code) => Year().IsMatch(code);

    /// <summary>
    /// Returns whether <paramref name="written"/> is a year before <paramref name="asked"/>: a statement of that time may still hold.
    /// </summary>
    public static bool IsEarlierYear(string written, string asked) =>
        IsYear(written) && IsYear(asked) && string.CompareOrdinal(written, asked) < 0;

    /// <summary>A code without digits is of a shape of its own.</summary>
    private static string Shape(string code) =>
        Digits().Replace(Letters().Replace(code, "a"), "9") is var shape && shape.Contains('9') ? shape : code;

    private static string Parent(string code) =>
        code.LastIndexOfAny(['.', '_']) is > 0 and var end && !char.IsAsciiDigit(code[^1]) ? code[..end] : "";

    [GeneratedRegex(
        """
            \b(?:
                v?[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}
                | (?:19|20)[0-9]{2}
                | [A-Za-z]{1,6}-?[0-9]{1,5}
                | [A-Za-z][A-Za-z0-9]{0,40}(?:[._][A-Za-z][A-Za-z0-9]{0,40}){1,4}
            )\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Code();

    [GeneratedRegex("^(?:19|20)[0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex("[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
