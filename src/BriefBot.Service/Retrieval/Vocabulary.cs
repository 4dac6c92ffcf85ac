using BriefBot.Retrieval;
using Lucene.Net.Index;

namespace BriefBot.Service.Retrieval;

/// <summary>The words of one commit's texts as they are spelt, to find those that look alike. Immutable.</summary>
internal sealed class Vocabulary
{
    private const int Longest = 32;

    private readonly Entry[][] _byLength;

    private Vocabulary(Entry[][] byLength) => _byLength = byLength;

    public static Vocabulary Read(IndexReader reader)
    {
        var byLength = Enumerable.Range(0, Longest + 1).Select(_ => new List<Entry>()).ToArray();
        var terms = MultiFields.GetTerms(reader, PassageFields.Exact)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            var word = terms.Term.Utf8ToString();
            if (word.Length <= Longest && word.All(char.IsLetter))
            {
                byLength[word.Length].Add(new Entry(word, terms.DocFreq, Letters(word)));
            }
        }

        return new Vocabulary([.. byLength.Select(words => words.ToArray())]);
    }

    /// <summary>
    /// Returns the words within <paramref name="edits"/> edits, with their cost and number of passages, in a fixed order.
    /// </summary>
    public IEnumerable<(string Word, int Frequency, double Cost)> Near(string word, int edits)
    {
        var letters = Letters(word);
        for (var length = Math.Max(word.Length - edits, 1); length <= Math.Min(word.Length + edits, Longest); length++)
        {
            foreach (var entry in _byLength[length])
            {
                // An edit brings one letter at the most, and takes one.
                if (
                    uint.PopCount(letters & ~entry.Letters) <= edits
                    && uint.PopCount(entry.Letters & ~letters) <= edits
                    && EditCost.Compute(word, entry.Word, edits) is var cost
                    && !double.IsInfinity(cost)
                )
                {
                    yield return (entry.Word, entry.Frequency, cost);
                }
            }
        }
    }

    /// <summary>Returns the set of letters in a word, one bit each.</summary>
    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter % 32);
        }

        return letters;
    }

    private sealed record Entry(string Word, int Frequency, uint Letters);
}
