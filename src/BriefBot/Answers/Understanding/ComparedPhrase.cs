using System.Collections.Frozen;

namespace BriefBot.Answers.Understanding;

/// <summary>The words that name one side of a comparison, without the words around them.</summary>
internal static class ComparedPhrase
{
    private const string Marks = ",;:?!";

    /// <summary>Words that may precede a name without being part of it.</summary>
    private static readonly FrozenSet<string> Leading = Set("the|a|an|in|on|at|to|from|of|for|with");

    /// <summary>Words that a name neither contains nor begins with.</summary>
    private static readonly FrozenSet<string> Breaks = Set(
        "of|in|on|at|for|to|from|with|about|by|between|the|a|an|or|and|"
            + "compare|compared|comparing|what|which|who|how|did|do|does|is|are|was|were|has|have|had|than|more|fewer|less|differ"
    );

    /// <summary>The name with which <paramref name="text"/> ends; empty where it ends with none.</summary>
    public static string Last(string text)
    {
        var clause = text.TrimEnd([' ', ',', ';', ':']);
        var words = Words(clause[(clause.LastIndexOfAny([.. Marks]) + 1)..]);
        return string.Join(' ', words.Reverse().TakeWhile(word => !IsOneOf(Breaks, word)).Reverse());
    }

    /// <summary>The name with which <paramref name="text"/> begins; empty where it begins with none.</summary>
    public static string First(string text)
    {
        var clause = text.TrimStart([' ', .. Marks]);
        var end = clause.IndexOfAny([.. Marks]);
        var words = Words(end < 0 ? clause : clause[..end]);
        return string.Join(' ', words.SkipWhile(word => IsOneOf(Leading, word)).TakeWhile(word => !IsOneOf(Breaks, word)));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"Who's" begins with "who".</summary>
    private static bool IsOneOf(FrozenSet<string> words, string word) =>
        words.Contains(string.Concat(word.TakeWhile(c => char.IsLetterOrDigit(c) || c == '_')));

    private static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
