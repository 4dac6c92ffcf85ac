using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>
/// Rewrites the words of passages for a question: a synonym of one of its words is replaced by that word, so that ranking treats both
/// alike. Quotes are not affected.
/// </summary>
internal sealed class SynonymReading
{
    private readonly Dictionary<string, SynonymMatch[]> _byFirstWord;
    private readonly HashSet<string> _asked;

    public SynonymReading(IReadOnlyList<FoundTerm> terms)
    {
        _asked = terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        _byFirstWord = terms
            .SelectMany(term => term.Asked.Synonyms.Select(synonym => (synonym, term)))
            .GroupBy(pair => pair.synonym.Key, pair => pair, (_, pairs) => pairs.ToArray())
            .Select(pairs => new SynonymMatch([.. pairs[0].synonym.Words.Select(word => word.Term)], [.. pairs.Select(pair => pair.term)]))
            .OrderByDescending(standing => standing.Words.Length)
            .GroupBy(standing => standing.Words[0])
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The passage itself where the question has no synonyms.</summary>
    public PassageSentences Read(PassageSentences source) =>
        _byFirstWord.Count == 0 ? source : source.ReadAs([.. source.Sentences.Select(Read)], Read);

    private Sentence Read(Sentence sentence) =>
        sentence.Words.Any(word => _byFirstWord.ContainsKey(word.Term))
            ? sentence with
            {
                OwnWords = Read(sentence.OwnWords),
                HeaderWords = Read(sentence.HeaderWords),
            }
            : sentence;

    /// <summary>
    /// Returns the words with synonyms replaced; words of a synonym that were asked for themselves are kept beside the replacement.
    /// </summary>
    private List<Word> Read(IReadOnlyList<Word> words)
    {
        var read = new List<Word>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (Find(words, i) is not { } standing)
            {
                read.Add(words[i]);
                continue;
            }

            var start = words[i].Start;
            read.AddRange(standing.For.Select(term => new Word(term.Term, term.Asked.Word, start)));
            read.AddRange(
                words.Skip(i).Take(standing.Words.Length).Where(word => _asked.Contains(word.Term) && !standing.IsFor(word.Term))
            );
            i += standing.Words.Length - 1;
        }

        return read;
    }

    /// <summary>The order of a title's words is not kept, so all of a synonym's must be among them.</summary>
    private IReadOnlySet<string> Read(IReadOnlySet<string> words) =>
        new HashSet<string>([
            .. words,
            .. _byFirstWord
                .Values.SelectMany(all => all)
                .Where(standing => standing.Words.All(words.Contains))
                .SelectMany(standing => standing.For)
                .Select(term => term.Term),
        ]);

    private SynonymMatch? Find(IReadOnlyList<Word> words, int first) =>
        _byFirstWord.TryGetValue(words[first].Term, out var all) ? Array.Find(all, standing => IsAt(standing.Words, words, first)) : null;

    private static bool IsAt(string[] synonym, IReadOnlyList<Word> words, int first)
    {
        for (var i = 0; i < synonym.Length; i++)
        {
            if (first + i == words.Count || words[first + i].Term != synonym[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Analyzed words, and the words of the question they replace.</summary>
    private sealed record SynonymMatch(string[] Words, FoundTerm[] For)
    {
        public bool IsFor(string word) => Array.Exists(For, term => term.Term == word);
    }
}
