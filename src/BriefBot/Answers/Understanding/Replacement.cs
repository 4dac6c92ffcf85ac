using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// Reads a follow-up that puts one thing in the place of another as a question of its own: "and in winter?" after "when does it open in
/// summer?", or "no, I meant the large one".
/// </summary>
internal static partial class Replacement
{
    /// <summary>Maximum number of words that name one thing.</summary>
    private const int MaxWords = 6;

    /// <summary>
    /// Returns the earlier question with the thing named in <paramref name="text"/> in its place, or null where it is unclear which one it
    /// replaces.
    /// </summary>
    public static string? Parse(string text, string earlier)
    {
        var named = Named(text);
        if (named.Length is 0 or > MaxWords)
        {
            return null;
        }

        var said = Words().Matches(earlier).ToArray();
        string[] words = [.. said.Select(word => word.Value.ToLowerInvariant())];
        return
            (AtItsPreposition(named, words) ?? BesideSharedWord(named, words) ?? BeforeItsHead(named, words) ?? OfItsKind(named, words))
                is var (first, last, put)
            ? string.Concat(earlier.AsSpan(0, said[first].Index), put, earlier.AsSpan(said[last].Index + said[last].Length))
            : null;
    }

    /// <summary>Returns the text after "no, I meant", or null where it is no correction.</summary>
    public static string? Meant(string text) =>
        Correction().Match(text) is { Success: true } corrects ? corrects.Groups["rest"].Value : null;

    /// <summary>The words that are put in place, without an article; none where the follow-up is a question by itself.</summary>
    private static string[] Named(string text)
    {
        var rest = Opening().Match(text).Groups["rest"].Value;
        string[] words = [.. Words().Matches(rest).Select(word => word.Value)];
        return words.Any(word => Asking().IsMatch(word)) ? [] : [.. words.Where(word => !IsArticle(word))];
    }

    /// <summary>Replaces a phrase with the same preposition: "in winter" for "in summer".</summary>
    private static (int First, int Last, string Put)? AtItsPreposition(string[] named, string[] words)
    {
        var at = named.Length > 1 && Preposition().IsMatch(named[0]) ? Array.LastIndexOf(words, named[0].ToLowerInvariant()) : -1;
        var first = at < 0 ? at : Array.FindIndex(words, at + 1, word => !IsArticle(word));
        if (first < 0)
        {
            return null;
        }

        var last = first;
        while (last + 1 < words.Length && Carries(words[last]) && Carries(words[last + 1]))
        {
            last++;
        }

        return Carries(words[first])
            ? BesideSharedWord(named[1..], words) ?? BeforeItsHead(named[1..], words) ?? (first, last, string.Join(' ', named[1..]))
            : null;
    }

    /// <summary>Replaces a phrase that shares a word: "forest honey" for "clover honey", "year 6" for "year 4".</summary>
    private static (int First, int Last, string Put)? BesideSharedWord(string[] named, string[] words)
    {
        var shared = Array.FindLastIndex(named, word => Carries(word) && Array.Exists(words, other => Same(other, word)));
        if (shared < 0 || named.Length < 2 || named.All(word => words.Contains(word.ToLowerInvariant())))
        {
            return null;
        }

        var at = Array.FindLastIndex(words, word => Same(word, named[shared]));
        var (first, last) = (at, at);
        while (shared > 0 && first > 0 && Carries(words[first - 1]))
        {
            first--;
        }

        while (shared < named.Length - 1 && last + 1 < words.Length && Carries(words[last + 1]))
        {
            last++;
        }

        return first == last ? null : (first, last, string.Join(' ', named));
    }

    /// <summary>Replaces a modifier: "the forest one" for "clover" before its noun.</summary>
    private static (int First, int Last, string Put)? BeforeItsHead(string[] named, string[] words)
    {
        if (named.Length < 2 || named[^1].ToLowerInvariant() is not ("one" or "ones"))
        {
            return null;
        }

        var last = words.Length - 1;
        while (last > 0 && !(Carries(words[last]) && Carries(words[last - 1])))
        {
            last--;
        }

        var first = last - 1;
        while (first > 0 && Carries(words[first - 1]))
        {
            first--;
        }

        return last == 0 ? null : (first, last - 1, string.Join(' ', named[..^1]));
    }

    /// <summary>Replaces the only word of its kind: a weekday, month, season or number.</summary>
    private static (int First, int Last, string Put)? OfItsKind(string[] named, string[] words)
    {
        if (named is not [var only] || Kind(only) is not { } kind)
        {
            return null;
        }

        int[] same = [.. Enumerable.Range(0, words.Length).Where(i => Kind(words[i]) == kind)];
        return same is [var at] ? (at, at, only) : null;
    }

    private static string? Kind(string word) =>
        Kinds().Match(word) is { Success: true } kind ? kind.Groups.Values.Skip(1).First(group => group.Success).Name : null;

    private static bool Carries(string word) =>
        !FunctionWords.Contains(word.ToLowerInvariant()) && !Preposition().IsMatch(word) && !IsArticle(word) && !Asking().IsMatch(word);

    private static bool Same(string one, string other) =>
        string.Equals(one.TrimEnd('s'), other.TrimEnd('s'), StringComparison.OrdinalIgnoreCase);

    private static bool IsArticle(string word) => word.ToLowerInvariant() is "the" or "a" or "an" or "that" or "this";

    private const string Corrects =
        @"(?:no|nope|sorry|wait|ah|oh)[\s,.!–—-]+(?:(?:i|we)\s(?:mean|meant|was\sasking\s(?:about|for)|asked\s(?:about|for))\s)?|(?:i|we)\s(?:mean|meant)\s";

    [GeneratedRegex(@"^(?:" + Corrects + @")(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Correction();

    [GeneratedRegex(
        @"^(?:(?:ok|okay|oh|so|thanks)[\s,.!]+)?(?:" + Corrects + @"|(?:and|but|or|what about|how about|what of)\s)+(?<rest>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}_'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(
        "^(?:in|on|at|for|to|from|with|without|until|till|by|of|under|over|after|before|since|about|per|during|near|via)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Preposition();

    [GeneratedRegex(
        "^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|must|if"
            + "|i|you|he|she|it|they|we)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        """
            ^(?:
                (?<day>(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weekdays?)
                | (?<month>january|february|march|april|june|july|august|september|october|november|december)
                | (?<season>spring|summer|autumn|fall|winter)
                | (?<year>(?:19|20)[0-9]{2})
                | (?<number>v?[0-9]+(?:\.[0-9]+)*)
            )$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Kinds();
}
