using System.Collections.Frozen;

namespace BriefBot.Answers.Support;

/// <summary>Which words are mostly verbs, by stems, from WordNet 3.0. The table is made by the tuning project.</summary>
internal static class VerbWords
{
    private static readonly Lazy<FrozenSet<string>> Stems = new(() => WordList.Words("Answers/Support/verbs.txt").ToFrozenSet(StringComparer.Ordinal));

    public static bool Contains(string stem) => Stems.Value.Contains(stem);
}
