using System.Collections.Frozen;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds opposites, by stems, from WordNet 3.0. The tuning project makes the table.</summary>
internal static class Opposites
{
    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> Table = new(() =>
        WordList
            .Lines("Answers/Entailment/opposites.tsv")
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal)
    );

    public static bool Are(string one, string other) =>
        (Table.Value.TryGetValue(one, out var opposites) && opposites.Contains(other)) || IsNegation(one, other) || IsNegation(other, one);

    /// <summary>"Unused" is the opposite of "used".</summary>
    private static bool IsNegation(string word, string of) =>
        of.Length >= 3
        && word.EndsWith(of, StringComparison.Ordinal)
        && word[..^of.Length] is "un" or "dis" or "non" or "in" or "im" or "ir";
}
