using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>The time that a question asks about.</summary>
/// <param name="IsNow">Whether the present state, or the newest item, is asked for.</param>
/// <param name="IsPast">Whether an earlier state is asked for.</param>
/// <param name="IsNewest">Whether the newest of several is asked for.</param>
/// <param name="IsYear">Whether this, the last or the next year is asked for.</param>
internal readonly partial record struct AskedTime(bool IsNow, bool IsPast, bool IsNewest, bool IsYear)
{
    private static readonly FrozenSet<string> Now =
        "now currently current latest newest nowadays still today recent recently updated moment days"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="written">The question in lower case, its words apart by single spaces.</param>
    public static AskedTime Parse(string written) =>
        new(Present().IsMatch(written), Past().IsMatch(written), Newest().IsMatch(written), NearYear().IsMatch(written));

    /// <summary>Returns whether a word, in lower case, only refers to the time asked for and need not be in an answer.</summary>
    public bool Frames(string word) =>
        (IsNow && Now.Contains(word)) || (IsYear && word is "year" or "years" or "season" or "last" or "next");

    /// <summary>"Last year" and "next year" as years.</summary>
    /// <param name="written">The question as above.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static IEnumerable<int> Years(string written, DateOnly today) =>
        RelativeYear().Matches(written).Select(match => today.Year + (match.Groups["which"].Value == "last" ? -1 : 1));

    [GeneratedRegex(
        """
            \b(?:
                now|currently|current|latest|newest|nowadays|still|today|most\ recent|at\ the\ moment|these\ days|right\ now|at\ present|up\ to\ date|this\ (?:years?|season)
            )\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Present();

    [GeneratedRegex(
        @"\b(?:was|were|did|had|used to|back in|back then|originally|formerly|previous|previously|before|until|last year|old|older|first|ago|history|(?:19|20)[0-9]{2})\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:this|last|next) (?:years?|season)\b", RegexOptions.NonBacktracking)]
    private static partial Regex NearYear();

    [GeneratedRegex(@"\b(?:latest|newest|most recent)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Newest();

    [GeneratedRegex(@"\b(?<which>last|next) (?:year|season)(?:'s|s)?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RelativeYear();
}
