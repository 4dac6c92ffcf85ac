using BriefBot.Knowledge;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Retrieval;

/// <summary>
/// The folder's synonyms by analyzed words. Rules are not chained: a word is searched under the names on its own lines, not under theirs,
/// so circular rules are harmless. Immutable.
/// </summary>
internal sealed class SynonymTable
{
    private const int MaxWords = 10;
    private const int MaxSynonyms = 20;

    private readonly Dictionary<string, List<Synonym>> _synonyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    private SynonymTable() { }

    /// <summary>Knows nothing.</summary>
    public static SynonymTable Empty { get; } = new();

    /// <summary>Returns the table of the valid rules, and the problems of the others.</summary>
    public static (SynonymTable Table, IReadOnlyList<Problem> Problems) Create(IReadOnlyList<SynonymRule> rules, ITextAnalyzer analyzer)
    {
        var table = new SynonymTable();
        var problems = new List<Problem>();
        foreach (var rule in rules)
        {
            if (table.Add(rule, analyzer) is { } message)
            {
                problems.Add(new Problem(rule.Path, rule.Line, message));
            }
        }

        return (table, problems);
    }

    /// <summary>Indicates whether there is no rule.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>Returns whether the analyzed word is part of a rule, on either side.</summary>
    public bool Knows(string word) => _words.Contains(word);

    /// <summary>
    /// The synonyms of the words of a question, given in their order. Of several groups that begin with a word the longest
    /// counts, and each of its words has all synonyms of the group.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Synonym>> Find(IReadOnlyList<Token> words)
    {
        var found = new Dictionary<string, IReadOnlyList<Synonym>>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; )
        {
            var (length, synonyms) = Longest(words, i);
            foreach (var word in words.Skip(i).Take(length))
            {
                found[word.Term] =
                [
                    .. found
                        .GetValueOrDefault(word.Term, [])
                        .Concat(synonyms.Select(synonym => synonym with { Share = 1.0 / length }))
                        .DistinctBy(synonym => synonym.Key)
                        .Take(MaxSynonyms),
                ];
            }

            i += Math.Max(length, 1);
        }

        return found;
    }

    private (int Length, IReadOnlyList<Synonym> Synonyms) Longest(IReadOnlyList<Token> words, int first)
    {
        (int Length, IReadOnlyList<Synonym> Synonyms) longest = (0, []);
        var key = "";
        for (var i = first; i < words.Count && i < first + MaxWords && _words.Contains(words[i].Term); i++)
        {
            key = i == first ? words[i].Term : $"{key} {words[i].Term}";
            longest = _synonyms.TryGetValue(key, out var synonyms) ? (i - first + 1, synonyms) : longest;
        }

        return longest;
    }

    private string? Add(SynonymRule rule, ITextAnalyzer analyzer)
    {
        var asked = Analyze(rule.Asked, analyzer);
        var meant = ReferenceEquals(rule.Asked, rule.Meant) ? asked : Analyze(rule.Meant, analyzer);
        var all = asked.Concat(meant).ToArray();
        if (Array.Find(all, synonym => synonym.Words.Count is 0 or > MaxWords) is { } wrong)
        {
            return wrong.Words.Count == 0
                ? $"“{wrong.Text}” is too common to be searched for. Use a longer term, or remove it."
                : $"has a name of more than {MaxWords} words. Shorten it.";
        }

        _words.UnionWith(all.SelectMany(synonym => synonym.Words).Select(word => word.Term));
        var isRoom = true;
        foreach (var synonym in asked)
        {
            isRoom &= Add(synonym, meant);
        }

        return isRoom ? null : $"gives a word more than {MaxSynonyms} synonyms; those beyond are not used. Take some out.";
    }

    /// <summary>Returns whether there was room for all.</summary>
    private bool Add(Synonym asked, Synonym[] meant)
    {
        var synonyms = _synonyms.GetValueOrDefault(asked.Key) ?? (_synonyms[asked.Key] = []);
        var added = meant
            .Where(synonym => synonym.Key != asked.Key && !synonyms.Exists(other => other.Key == synonym.Key))
            .DistinctBy(synonym => synonym.Key)
            .ToArray();
        var room = MaxSynonyms - synonyms.Count;
        synonyms.AddRange(added.Take(room));
        return added.Length <= room;
    }

    private static Synonym[] Analyze(IEnumerable<string> texts, ITextAnalyzer analyzer) =>
        [.. texts.Select(text => new Synonym(text, analyzer.Analyze(text)))];
}
