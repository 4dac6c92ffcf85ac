using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>"Which is the cheapest", "the heavier of the two": of several the one with the most or the least of something.</summary>
/// <param name="IsMost">Whether the highest value is asked for.</param>
/// <param name="Measure">Words by which a table column names the compared value; empty where any numbers will do.</param>
internal sealed partial record Superlative(bool IsMost, IReadOnlyList<string> Measure)
{
    private static readonly FrozenDictionary<string, Superlative> Known = WordList
        .Lines("Answers/Understanding/superlatives.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(line =>
            line[1]
                .Split(' ')
                .Select(word => (word, new Superlative(line[0] == "most", line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))))
        )
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <param name="written">The question in lower case, its words apart by single spaces.</param>
    /// <returns>The superlative, or null.</returns>
    public static Superlative? Parse(string written)
    {
        var words = written
            .Replace("most expensive", "priciest", StringComparison.Ordinal)
            .Replace("least expensive", "cheapest", StringComparison.Ordinal)
            .Split(' ');
        return words.Select(word => Known.GetValueOrDefault(word)).FirstOrDefault(known => known is not null)
            ?? (OfTwo().Match(written) is { Success: true } two ? Known.GetValueOrDefault($"{two.Groups["stem"].Value}est") : null);
    }

    /// <summary>Returns whether a word, in lower case, only expresses a comparison and is in no answer.</summary>
    public static bool Frames(string word) => Known.ContainsKey(word) || word is "expensive";

    [GeneratedRegex(@"\b(?<stem>[a-z]{3,12})er(?: one)? of (?:the|our|your|my|these|those) two\b", RegexOptions.NonBacktracking)]
    private static partial Regex OfTwo();
}
