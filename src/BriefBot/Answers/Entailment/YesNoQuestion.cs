using System.Collections.Frozen;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>A question of one clause that is answered by yes or no: what a statement has to hold to settle it.</summary>
/// <param name="Opening">The auxiliary that it begins with, in lower case, without "not".</param>
/// <param name="All">All words after that.</param>
/// <param name="Words">Those a statement must hold, in order; at least one.</param>
/// <param name="Modality">Tells whether it asks for a fact, a permission, a duty or advice.</param>
/// <param name="Forbids">Indicates whether it asks for the contrary of a permission: "is it forbidden".</param>
internal sealed record YesNoQuestion(
    string Opening,
    IReadOnlyList<AnnotatedToken> All,
    IReadOnlyList<AnnotatedToken> Words,
    Modality Modality,
    bool Forbids
)
{
    private static readonly FrozenSet<string> Openings = Set(
        "is are was were am do does did can could may might must should shall will would has have had"
    );

    /// <summary>Words of questions that ask for more than yes or no.</summary>
    private static readonly FrozenSet<string> Others = Set(
        "or who whom whose what which when where why how if whether know tell explain show say says said mean means name true than"
    );

    private static readonly FrozenSet<string> OfPossibility = Set(
        "can could may might cannot allow allowed allows permitted possible able ok okay fine"
    );

    private static readonly FrozenSet<string> OfNecessity = Set(
        "must need needs needed have has to require required requires necessary mandatory compulsory obligatory"
    );

    private static readonly FrozenSet<string> OfAdvice = Set("should supposed ought recommended advisable");

    private static readonly FrozenSet<string> Forbidding = Set("forbidden prohibited banned impossible forbid forbids disallowed");

    /// <summary>Returns whether it says that something may, must or must not be.</summary>
    public static bool IsModal(string word) =>
        OfPossibility.Contains(word)
        || OfAdvice.Contains(word)
        || (OfNecessity.Contains(word) && word is not ("have" or "has" or "to"))
        || Forbidding.Contains(word);

    /// <summary>Returns the question, or null where it is none of these.</summary>
    public static YesNoQuestion? Parse(string text, ITextAnalyzer analyzer)
    {
        var words = new ParsedSentence(text, analyzer).Words.SkipWhile(word =>
            word.Lower is "and" or "so" or "ok" or "hi" or "hey" or "but"
        );
        var all = words.ToArray();
        if (all.Length < 2 || !Openings.Contains(Positive(all[0].Lower)))
        {
            return null;
        }

        AnnotatedToken[] rest = [.. all.Skip(1)];
        AnnotatedToken[] held =
        [
            .. rest.Where(word =>
                (word.IsContent || word.IsFigure)
                && !IsModal(word.Lower)
                && !ClosedWords.IsLight(word.Lower)
                && !ClosedWords.IsAdverb(word.Lower)
            ),
        ];
        var isOther = rest.Any(word => Others.Contains(word.Lower) || ClosedWords.Negates(word.Lower));
        var (modality, forbids) = ModalityOf(all);
        return isOther || held.Length == 0 ? null : new YesNoQuestion(Positive(all[0].Lower), rest, held, modality, forbids);
    }

    /// <summary>Returns whether words state a fact, a permission, a duty or advice, and whether they forbid.</summary>
    public static (Modality Modality, bool Forbids) ModalityOf(IReadOnlyList<AnnotatedToken> words)
    {
        var forbids = words.Any(word => Forbidding.Contains(word.Lower));
        var isDuty = words.Any(word => OfNecessity.Contains(Positive(word.Lower)) && word.Lower is not ("have" or "has" or "to"));
        var hasTo = words.Zip(words.Skip(1)).Any(pair => pair is { First.Lower: "have" or "has", Second.Lower: "to" });
        return (
            forbids || words.Any(word => OfPossibility.Contains(Positive(word.Lower))) ? Modality.Possibility
            : isDuty || hasTo ? Modality.Necessity
            : words.Any(word => OfAdvice.Contains(Positive(word.Lower))) ? Modality.Advice
            : Modality.Fact,
            forbids
        );
    }

    /// <summary>Returns whether it has a word, in lower case.</summary>
    public bool Says(string word) => All.Any(own => own.Lower == word);

    private static string Positive(string word) =>
        word is "can't" or "can’t" or "cannot" ? "can"
        : word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal) ? word[..^3]
        : word;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Tells whether something is, may be, must be or should be.</summary>
internal enum Modality
{
    Fact,
    Possibility,
    Necessity,
    Advice,
}
