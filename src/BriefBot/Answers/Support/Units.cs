using System.Collections.Frozen;

namespace BriefBot.Answers.Support;

/// <summary>Units of measure under every name they are written by.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> ByName = WordList.Lines("Answers/Support/units.tsv")
        .Select(line => line.Split(' '))
        .SelectMany(names => names.Select(name => (name, Unit: names[0])))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Unit, StringComparer.Ordinal);

    /// <summary>The unit that a word in lower case names, or null.</summary>
    public static string? Of(string word) => ByName.GetValueOrDefault(word);
}
