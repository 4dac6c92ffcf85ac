using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>Recognizes requests for more of the last answer: "Tell me more", "what else?".</summary>
internal static partial class MoreRequest
{
    /// <summary>
    /// Returns the question that is continued, the number of questions before it, and the citations shown since; the text itself and null
    /// for any other question.
    /// </summary>
    public static (string Question, int Before, IReadOnlyList<Citation>? Shown) Parse(string text, IReadOnlyList<PreviousQuestion> earlier)
    {
        var last = IsMore(text) ? earlier.ToList().FindLastIndex(question => !IsMore(question.Text)) : -1;
        return last < 0
            ? (text, earlier.Count, null)
            : (
                earlier[last].Text,
                last,
                earlier[last].Shown.Count == 0 ? [] : [.. earlier.Skip(last).SelectMany(question => question.Shown)]
            );
    }

    private static bool IsMore(string text) => More().IsMatch(string.Join(' ', QuestionWords.Split(text)));

    [GeneratedRegex(
        """
            ^(?>(?:(?:and|ok|okay|please|can\ you|could\ you|then)\ )*)
            (?:
                (?:tell|show|give)\ (?:me|us)\ more
                | more(?:\ details?)?
                |go\ on|continue|explain|elaborate
                | (?:explain|elaborate\ on|expand\ on)\ (?:it|that|this)
                | (?:what|who|where|when|anything|anyone|anybody)\ else(?:\ is\ there)?
                | is\ (?:there|that)\ (?:more|all|anything\ else)
            )
            (?:\ (?:about|on|of)\ (?:it|that|this|him|her|them))?(?:\ please)?$
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex More();
}
