using System.Collections.Frozen;

namespace BriefBot.Answers.Entailment;

/// <summary>Which words are verbs, by stems, from WordNet 3.0. The table is made by the tuning project.</summary>
internal static class VerbWords
{
    private static readonly Lazy<FrozenDictionary<string, bool>> Table = new(() => WordList.Lines("Answers/Entailment/verbs.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1] == "mostly", StringComparer.Ordinal));

    /// <summary>Whether it may be a verb.</summary>
    public static bool Are(string stem) => Table.Value.ContainsKey(stem);

    /// <summary>Whether it is one more often than not.</summary>
    public static bool AreMostly(string stem) => Table.Value.GetValueOrDefault(stem);
}
