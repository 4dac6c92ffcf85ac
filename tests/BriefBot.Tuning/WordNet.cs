using System.Globalization;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace BriefBot.Tuning;

/// <summary>
/// Makes the table of related words out of the files of WordNet 3.0 (their format: the manual page wndb(5WN)): for each stem
/// how often its word was counted, and which other stems mean the like. Facts only; none of its sentences.
/// </summary>
internal sealed class WordNet(string folder)
{
    private const int LeastCount = 2;
    private const int LeastRelatedCount = 3;
    private const double LeastStrength = 0.12;

    /// <summary>The number of the lexicographers' file of places.</summary>
    private const string Location = "15";

    private const int MostRelated = 14;

    /// <summary>What is like something that is like it counts so much less.</summary>
    private const double SecondHand = 0.7;

    /// <summary>A sense that was never counted is still a little likely.</summary>
    private const double Unseen = 0.2;

    /// <summary>How much a relation between two senses says that one may stand for the other.</summary>
    private static readonly Dictionary<string, double> Relations = new()
    {
        ["@"] = 0.4,
        ["~"] = 0.4,
        ["+"] = 0.9,
        ["$"] = 0.6,
        ["&"] = 0.6,
        ["!"] = 0.3,
        ["*"] = 0.3,
        [">"] = 0.3,
        ["^"] = 0.5,
        ["\\"] = 0.6,
        ["<"] = 0.6,
    };

    private static readonly (string File, char Pos)[] Parts = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    private readonly Dictionary<(char Pos, string Offset), List<(string Stem, double Weight)>> _synsets = [];

    /// <summary>Countries, cities and the like: seldom counted, often asked for.</summary>
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _counts = new(StringComparer.Ordinal);
    private readonly PorterStemmer _stemmer = new();
    private readonly Dictionary<string, double> _mass = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> _related = [];

    /// <summary>Writes the table, in ordinal order.</summary>
    public void Write(string path)
    {
        ReadSenses();
        Relate();
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(
            "# Made by tests/BriefBot.Tuning from WordNet 3.0. Copyright 2006 by Princeton University. All rights reserved. The notice stands in "
                + "src/BriefBot/Retrieval/README.md."
        );
        file.WriteLine("# stem, how often its words were counted, stems that mean the like with their strength");
        AddRelatedOfRelated();
        var byStem = _related
            .Where(pair =>
                pair.Value >= LeastStrength
                && (_counts.GetValueOrDefault(pair.Key.Item2) >= LeastRelatedCount || _places.Contains(pair.Key.Item2))
            )
            .ToLookup(pair => pair.Key.Item1, pair => (Stem: pair.Key.Item2, Strength: Math.Min(pair.Value, 1)));
        foreach (
            var (stem, count) in _counts
                .Where(pair => pair.Value >= LeastCount || _places.Contains(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            var related = byStem[stem]
                .OrderByDescending(other => other.Strength)
                .ThenBy(other => other.Stem, StringComparer.Ordinal)
                .Take(MostRelated)
                .Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Stem}:{other.Strength:F2}"));
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stem}\t{count:F0}\t{string.Join(' ', related)}"));
        }
    }

    public static IEnumerable<(string Symbol, int OfWord, char Pos, string Offset, int ToWord)> Pointers(string[] parts)
    {
        var at = 4 + (2 * int.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        for (var i = 0; i < int.Parse(parts[at], CultureInfo.InvariantCulture); i++)
        {
            var (symbol, offset, pos, words) = (
                parts[at + 1 + (4 * i)],
                parts[at + 2 + (4 * i)],
                parts[at + 3 + (4 * i)][0],
                parts[at + 4 + (4 * i)]
            );
            yield return (
                symbol,
                int.Parse(words[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                pos is 's' ? 'a' : pos,
                offset,
                int.Parse(words[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            );
        }
    }

    /// <summary>Irregular forms and what they are forms of, for words that were counted.</summary>
    public void WriteForms(string path)
    {
        var counts = Counts()
            .GroupBy(pair => (pair.Key.Pos, pair.Key.Lemma))
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var forms = Parts
            .Where(part => part.Pos is 'n' or 'v')
            .SelectMany(part =>
                File.ReadLines(Path.Combine(folder, part.File + ".exc"))
                    .Select(line => line.Split(' '))
                    .Where(words =>
                        words.Length == 2
                        && words.All(word => word.All(char.IsAsciiLetterLower))
                        && counts.GetValueOrDefault((part.Pos, words[1])) >= LeastCount
                    )
                    .Select(words => (Form: words[0], Lemma: words[1], Count: counts[(part.Pos, words[1])]))
            )
            .Where(form => Parts.Sum(part => counts.GetValueOrDefault((part.Pos, form.Form))) <= form.Count / 4);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(
            "# Made by tests/BriefBot.Tuning from WordNet 3.0. Copyright 2006 by Princeton University. All rights reserved. The notice stands in "
                + "src/BriefBot/Retrieval/README.md."
        );
        foreach (
            var best in forms
                .GroupBy(form => form.Form)
                .Select(group => group.OrderByDescending(form => form.Count).First())
                .Where(IsNeeded)
                .OrderBy(form => form.Form, StringComparer.Ordinal)
        )
        {
            // The stemmer leaves alone what the table has replaced, so the table holds stems.
            file.WriteLine($"{best.Form}\t{Stem(best.Lemma)}");
        }
    }

    // What the stemmer does by itself needs no entry; a form that is a common word of its own ("saw", "left", "found") is not given up for
    // another.
    private bool IsNeeded((string Form, string Lemma, double Count) form) => Stem(form.Form) != Stem(form.Lemma);

    private Dictionary<(char Pos, string Lemma, int Sense), double> Counts()
    {
        var counts = new Dictionary<(char, string, int), double>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "cntlist.rev")))
        {
            var parts = line.Split(' ');
            var key = parts[0].Split('%');
            var pos = key[1][0] switch
            {
                '1' => 'n',
                '2' => 'v',
                '4' => 'r',
                _ => 'a',
            };
            counts[(pos, key[0], int.Parse(parts[1], CultureInfo.InvariantCulture))] = double.Parse(parts[2], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private void ReadSenses()
    {
        var counts = Counts();
        foreach (var (file, pos) in Parts)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "index." + file)).Where(line => line[0] != ' '))
            {
                ReadLemma(line.TrimEnd().Split(' '), pos, counts);
            }
        }
    }

    private void ReadLemma(string[] parts, char pos, Dictionary<(char, string, int), double> counts)
    {
        var lemma = parts[0];
        if (!lemma.All(char.IsAsciiLetterLower))
        {
            return;
        }

        var stem = Stem(lemma);
        var senses = int.Parse(parts[2], CultureInfo.InvariantCulture);
        var tagged = Enumerable.Range(1, senses).Select(sense => counts.GetValueOrDefault((pos, lemma, sense))).ToArray();
        _counts[stem] = _counts.GetValueOrDefault(stem) + tagged.Sum();
        for (var i = 0; i < senses; i++)
        {
            var key = (pos, parts[parts.Length - senses + i]);
            if (!_synsets.TryGetValue(key, out var words))
            {
                _synsets[key] = words = [];
            }

            words.Add((stem, tagged[i] + Unseen));
            _mass[stem] = _mass.GetValueOrDefault(stem) + tagged[i] + Unseen;
        }
    }

    private void Relate()
    {
        foreach (var (file, pos) in Parts)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + file)).Where(line => line[0] != ' '))
            {
                var parts = line.Split(" | ")[0].Split(' ');
                if (!_synsets.TryGetValue((pos, parts[0]), out var words))
                {
                    continue;
                }

                if (parts[1] == Location && line.Contains(" @i ", StringComparison.Ordinal))
                {
                    _places.UnionWith(words.Select(word => word.Stem));
                }

                Relate(words, words, 1);
                foreach (var pointer in Pointers(parts))
                {
                    if (
                        Relations.TryGetValue(pointer.Symbol, out var strength)
                        && _synsets.TryGetValue((pointer.Pos, pointer.Offset), out var others)
                    )
                    {
                        Relate(words, others, strength);
                    }
                }
            }
        }
    }

    private void Relate(List<(string Stem, double Weight)> words, List<(string Stem, double Weight)> others, double strength)
    {
        foreach (var (one, p) in words)
        {
            foreach (var (other, q) in others.Where(other => other.Stem != one))
            {
                _related[(one, other)] =
                    _related.GetValueOrDefault((one, other)) + (strength * Math.Sqrt(p / _mass[one] * (q / _mass[other])));
            }
        }
    }

    private void AddRelatedOfRelated()
    {
        var near = _related
            .Where(pair =>
                pair.Value >= LeastStrength
                && (_counts.GetValueOrDefault(pair.Key.Item2) >= LeastRelatedCount || _places.Contains(pair.Key.Item2))
            )
            .ToLookup(pair => pair.Key.Item1, pair => (Stem: pair.Key.Item2, Strength: Math.Min(pair.Value, 1)));
        foreach (var one in near)
        {
            foreach (var (middle, first) in one)
            {
                foreach (var (other, second) in near[middle].Where(other => other.Stem != one.Key))
                {
                    var strength = SecondHand * first * second;
                    _related[(one.Key, other)] = Math.Max(_related.GetValueOrDefault((one.Key, other)), strength);
                }
            }
        }
    }

    // The bare stemmer, not the analyzer: that already knows the table that is made here.
    private string Stem(string word)
    {
        _stemmer.SetCurrent(word);
        _stemmer.Stem();
        return _stemmer.Current;
    }
}
