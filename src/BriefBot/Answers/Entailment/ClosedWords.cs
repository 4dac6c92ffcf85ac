using System.Collections.Frozen;

namespace BriefBot.Answers.Entailment;

/// <summary>Function words by their role in a sentence.</summary>
internal static class ClosedWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByClass = WordList
        .Lines("Answers/Entailment/closed-words.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static bool IsDeterminer(string word) => ByClass["determiner"].Contains(word);

    public static bool IsPreposition(string word) => ByClass["preposition"].Contains(word);

    /// <summary>Returns whether it begins a clause at any position.</summary>
    public static bool BeginsClause(string word) => ByClass["clause"].Contains(word);

    public static bool IsAnd(string word) => ByClass["and"].Contains(word);

    public static bool IsAuxiliary(string word) => ByClass["auxiliary"].Contains(word);

    /// <summary>Returns whether it is an auxiliary of the passive voice.</summary>
    public static bool IsBeing(string word) => ByClass["being"].Contains(word);

    public static bool IsPronoun(string word) => ByClass["pronoun"].Contains(word);

    public static bool Negates(string word) =>
        ByClass["negation"].Contains(word)
        || word.EndsWith("n't", StringComparison.Ordinal)
        || word.EndsWith("n’t", StringComparison.Ordinal);

    /// <summary>Returns whether it refers to a person named elsewhere.</summary>
    public static bool IsPersonal(string word) => ByClass["personal"].Contains(word);

    /// <summary>Returns whether it marks a range that begins where a bound ends: "up to eight weeks, after that".</summary>
    public static bool SaysTheRest(string word) => ByClass["rest"].Contains(word);

    /// <summary>Returns whether it says how much two things differ.</summary>
    public static bool Compares(string word) =>
        ByClass["compares"].Contains(word) || (word.Length > 4 && word.EndsWith("er", StringComparison.Ordinal));

    /// <summary>Returns whether it may deny without a "not": "except", "free", "forbidden".</summary>
    public static bool IsNegative(string word) => ByClass["negative"].Contains(word);

    /// <summary>Returns whether it turns a comparison round: "less dense".</summary>
    public static bool Lessens(string word) => ByClass["less"].Contains(word);

    /// <summary>Returns whether a sentence may have it without its passage: it says next to nothing.</summary>
    public static bool IsLight(string word) => ByClass["light"].Contains(word);

    public static bool IsAdverb(string word) =>
        ByClass["adverb"].Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>Returns whether it reckons a time from another.</summary>
    public static bool IsRelativeTime(string word) => ByClass["relative"].Contains(word);

    /// <summary>Returns whether it is of any of the classes that no passage need hold.</summary>
    public static bool Contains(string word) =>
        IsDeterminer(word)
        || IsPreposition(word)
        || BeginsClause(word)
        || IsAnd(word)
        || IsAuxiliary(word)
        || IsPronoun(word)
        || Negates(word);
}
