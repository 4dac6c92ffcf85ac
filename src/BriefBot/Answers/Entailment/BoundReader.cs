using System.Text.RegularExpressions;

namespace BriefBot.Answers.Entailment;

/// <summary>Reads from the words around a number whether it is a bound, or about right.</summary>
internal static partial class BoundReader
{
    /// <param name="words">A statement's words.</param>
    /// <param name="first">The place of the number's first word.</param>
    /// <param name="end">The place after its last.</param>
    public static Bound Read(IReadOnlyList<AnnotatedToken> words, int first, int end)
    {
        var before = string.Join(
            ' ',
            words.Take(first).Where(word => !Units.StandsBefore(word.Lower)).TakeLast(4).Select(word => word.Lower)
        );
        var after = string.Join(' ', words.Skip(end).Take(3).Select(word => word.Lower));
        return Most().IsMatch(before) || MostAfter().IsMatch(after) ? Bound.AtMost
            : Least().IsMatch(before) || LeastAfter().IsMatch(after) || (FromBefore().IsMatch(before) && OnAfter().IsMatch(after))
                ? Bound.AtLeast
            : Less().IsMatch(before) ? Bound.Less
            : IsDuring(words, first, end) ? Bound.None
            : More().IsMatch(before)
                ? NotBefore(words, first) ? Bound.AtMost
                    : Bound.More
            : About().IsMatch(before) ? Bound.About
            : Bound.None;
    }

    /// <summary>"Over ten months".</summary>
    private static bool IsDuring(IReadOnlyList<AnnotatedToken> words, int first, int end) =>
        first > 0
        && words[first - 1].Lower == "over"
        && end < words.Count
        && Units.Find(words[end].Lower) is { } unit
        && Units.Convert(1, unit).Unit is "second" or "month";

    /// <summary>"Must not run dry for more than 30 seconds" bounds from above.</summary>
    private static bool NotBefore(IReadOnlyList<AnnotatedToken> words, int first) =>
        words.Take(first).Any(word => word.Clause == words[first].Clause && ClosedWords.Negates(word.Lower));

    [GeneratedRegex(
        @"\b(?:at most|up to|maximum of|capped at|limit of|as \w{1,10} as|(?:no|not|nowhere) \w{2,10} than|within|limited to)$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Most();

    [GeneratedRegex(
        "^(?:(?:[a-z]{1,20} )?at most|or (?:less|fewer|under|younger|below|earlier))",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex MostAfter();

    [GeneratedRegex(@"\b(?:at least|minimum of|(?:no|not) (?:less|fewer) than)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Least();

    [GeneratedRegex(
        "^(?:[a-z]{1,20} )?or (?:more|older|over|above|later|longer|higher|better)",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex LeastAfter();

    [GeneratedRegex(
        @"\b(?:(?:more|(?!rather|other)[a-z]{2,10}er) than|over|above|exceed|exceeds|exceeding|beyond)$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex More();

    [GeneratedRegex(
        @"\b(?:(?:less|fewer|shorter|lower|smaller|younger|earlier|lighter|nearer) than|under|below)$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Less();

    [GeneratedRegex(
        @"\b(?:about|around|roughly|some|approximately|almost|nearly|circa)$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex About();

    [GeneratedRegex(@"\bfrom(?: \w{1,20})?$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex FromBefore();

    [GeneratedRegex(
        @"^(?:[a-z]{1,20} )?(?:on|onwards?|upwards?|and (?:up|over|above|more))\b",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex OnAfter();
}
