using System.Collections.Frozen;

namespace BriefBot.Answers.Ranking;

/// <summary>Words that exclude each other: kinds of which only one holds at a time, and contrary relations.</summary>
internal sealed class ExclusiveWords
{
    private readonly FrozenDictionary<string, (int Kind, int Sense)[]> _senses;

    private ExclusiveWords(string file)
    {
        var senses =
            from line in WordList.Lines(file).Index()
            from sense in line.Item.Split(' ').Index()
            from word in sense.Item.Split('|')
            group (line.Index, sense.Index) by word;
        _senses = senses.ToFrozenDictionary(word => word.Key, word => word.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Colours, days, months, sides, sizes, numbers of an order and the like.</summary>
    public static ExclusiveWords Kinds { get; } = new("Answers/Ranking/exclusive-words.txt");

    /// <summary>Opening and closing, the most and the least and the like.</summary>
    public static ExclusiveWords Relations { get; } = new("Answers/Ranking/opposite-relations.txt");

    /// <summary>Returns whether two words, in lower case, are of one kind and say different things.</summary>
    public bool Exclude(string one, string other) =>
        _senses.TryGetValue(one, out var senses)
        && _senses.TryGetValue(other, out var others)
        && senses.Any(sense => others.Any(contrary => contrary.Kind == sense.Kind && contrary.Sense != sense.Sense))
        && !senses.Intersect(others).Any();

    /// <summary>Returns whether two words, in lower case, say the same by the list.</summary>
    public bool AreSame(string one, string other) =>
        one == other
        || (_senses.TryGetValue(one, out var senses) && _senses.TryGetValue(other, out var others) && senses.Intersect(others).Any());
}
