using System.Globalization;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace BriefBot.Tuning;

/// <summary>Makes the tables that the check of sentences needs out of the files of WordNet 3.0: opposites, and verbs. Facts only.</summary>
internal sealed class SupportWords(string folder)
{
    private const string Notice =
        "# Made by tests/BriefBot.Tuning from WordNet 3.0. Copyright 2006 by Princeton University. All rights reserved. The notice stands in "
        + "src/BriefBot/Retrieval/README.md.";

    /// <summary>A word whose senses were never counted is a verb if it has no other sense.</summary>
    private const double Uncounted = 0.1;

    private const double LeastShare = 0.5;

    /// <summary>A word that is a verb less often is taken for none.</summary>
    private const double LeastVerb = 0.03;

    private static readonly (string File, char Pos)[] Parts = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    private readonly PorterStemmer _stemmer = new();

    /// <summary>The stems of words that are each other's opposites, in ordinal order.</summary>
    public void WriteOpposites(string path)
    {
        var synsets = Parts
            .SelectMany(part =>
                File.ReadLines(Path.Combine(folder, "data." + part.File))
                    .Where(line => line[0] != ' ')
                    .Select(line => (part.Pos, Parts: line.Split(" | ")[0].Split(' ')))
            )
            .ToDictionary(line => (line.Pos, line.Parts[0]), line => line.Parts);
        var opposites =
            from parts in synsets.Values
            from pointer in WordNet.Pointers(parts)
            where pointer.Symbol == "!"
            let one = WordOf(parts, pointer.OfWord)
            let other = WordOf(synsets[(pointer.Pos, pointer.Offset)], pointer.ToWord)
            where one.All(char.IsAsciiLetterLower) && other.All(char.IsAsciiLetterLower)
            let pair = (One: Stem(one), Other: Stem(other))
            where pair.One != pair.Other
            select pair;
        Write(
            path,
            "stem, the stems of its opposites",
            opposites
                .Distinct()
                .GroupBy(pair => pair.One, pair => pair.Other)
                .Select(stem => $"{stem.Key}\t{string.Join(' ', stem.Order(StringComparer.Ordinal))}")
        );
    }

    /// <summary>
    /// The stems of words that may be verbs, in ordinal order, and whether they are in at least half of what was counted.
    /// </summary>
    public void WriteVerbs(string path)
    {
        var counts = new Dictionary<string, (double Verb, double All)>(StringComparer.Ordinal);
        foreach (var parts in File.ReadLines(Path.Combine(folder, "index.sense")).Select(line => line.Split(' ')))
        {
            var key = parts[0].Split('%');
            if (key[0].All(char.IsAsciiLetterLower))
            {
                var count = Uncounted + double.Parse(parts[3], CultureInfo.InvariantCulture);
                var stem = Stem(key[0]);
                var (verb, all) = counts.GetValueOrDefault(stem);
                counts[stem] = (verb + (key[1][0] == '2' ? count : 0), all + count);
            }
        }

        Write(
            path,
            "stem of a word that may be a verb, how often it is",
            counts
                .Where(count => count.Value.Verb >= LeastVerb * count.Value.All)
                .Select(count => $"{count.Key}\t{(count.Value.Verb >= LeastShare * count.Value.All ? "mostly" : "also")}")
        );
    }

    private static string WordOf(string[] parts, int number) => parts[4 + (2 * (number - 1))].Split('(')[0];

    private static void Write(string path, string content, IEnumerable<string> lines)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(Notice);
        file.WriteLine($"# {content}");
        foreach (var line in lines.Order(StringComparer.Ordinal))
        {
            file.WriteLine(line);
        }
    }

    private string Stem(string word)
    {
        _stemmer.SetCurrent(word);
        _stemmer.Stem();
        return _stemmer.Current;
    }
}
