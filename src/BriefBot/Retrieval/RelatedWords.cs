using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace BriefBot.Retrieval;

/// <summary>
/// Finds English words of similar meaning and the frequency of words, by stems, from WordNet 3.0 (Miller, WordNet: A Lexical Database for
/// English, Communications of the ACM 38, 1995).
/// </summary>
/// <remarks>The tuning project makes the table.</remarks>
internal static class RelatedWords
{
    /// <summary>About as often as the commonest content words were counted: at this a word tells nothing.</summary>
    private const double Commonest = 2_000;

    private static readonly Lazy<FrozenDictionary<string, Entry>> Table = new(Read);

    /// <summary>Every stem that is known, in no order.</summary>
    public static IEnumerable<string> All => Table.Value.Keys;

    /// <summary>Returns whether it is the stem of an English word.</summary>
    public static bool Knows(string term) => Table.Value.ContainsKey(term);

    /// <summary>The stems that mean the like, with their strength; empty for a word that is not known.</summary>
    public static IReadOnlyDictionary<string, double> To(string term) =>
        Table.Value.TryGetValue(term, out var entry) ? entry.Related : FrozenDictionary<string, double>.Empty;

    /// <summary>Returns how informative a word is in general, from near 0 for the most frequent to 1 for rare or unknown ones.</summary>
    public static double Rarity(string term) =>
        Table.Value.TryGetValue(term, out var entry) ? Math.Max(1 - (Math.Log(1 + entry.Count) / Math.Log(1 + Commonest)), 0.1) : 1;

    private static FrozenDictionary<string, Entry> Read()
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefBot.Retrieval.related-words.tsv")
            ?? throw new InvalidOperationException("The table of related words is not in the assembly.");
        using var reader = new StreamReader(file);
        var table = new Dictionary<string, Entry>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                var parts = line.Split('\t');
                table[parts[0]] = new Entry(double.Parse(parts[1], CultureInfo.InvariantCulture), Related(parts[2]));
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Related(string words)
    {
        var related = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            related[word[..colon]] = double.Parse(word.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        }

        return related;
    }

    private sealed record Entry(double Count, Dictionary<string, double> Related);
}
