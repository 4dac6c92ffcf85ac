using System.Collections.Frozen;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds verbs, by stems, from WordNet 3.0. The tuning project makes the table.</summary>
internal static class VerbWords
{
    private static readonly Lazy<FrozenDictionary<string, bool>> Table = new(() =>
        WordList
            .Lines("Answers/Entailment/verbs.tsv")
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1] == "mostly", StringComparer.Ordinal)
    );

    /// <summary>Returns whether it may be a verb.</summary>
    public static bool Are(string stem) => Table.Value.ContainsKey(stem);

    /// <summary>Returns whether it is one more often than not.</summary>
    public static bool AreMostly(string stem) => Table.Value.GetValueOrDefault(stem);
}
