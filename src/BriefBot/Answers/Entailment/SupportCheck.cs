using System.Collections.Frozen;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>
/// Checks whether statements of an article entail a sentence: its numbers, dates, units, names, negations, predicates and quotations
/// exactly, other words by similar meaning.
/// </summary>
/// <remarks>Deterministic; when in doubt it says no.</remarks>
internal static class SupportCheck
{
    /// <summary>Maximum share of a sentence's informativeness in words that its passage does not cover.</summary>
    private const double MostUnheld = 0.4;

    /// <summary>Minimum informativeness of a sentence; below it the sentence says nothing.</summary>
    private const double LeastSaid = 1e-3;

    private const int LeastThings = 2;

    private static readonly FrozenSet<string> FirstPerson = "i me my mine we our ours".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Informativeness from which a word must be covered.</summary>
    private const double Telling = 0.8;

    /// <summary>Returns the reason why <paramref name="said"/> is not entailed, or null.</summary>
    public static UnsupportedReason? Check(ParsedSentence said, Evidence evidence) =>
        !IsStatement(said)
            ? UnsupportedReason.Words
            : OfFacts(said, evidence) ?? OfWords(said, evidence) ?? ClauseCheck.Check(said, evidence) ?? OfPredicates(said, evidence);

    /// <summary>
    /// Returns the first fact of <paramref name="said"/> that is missing and that rules judge reliably: quotation, number, date, name,
    /// speaker, negation; or null.
    /// </summary>
    public static UnsupportedReason? OfFacts(ParsedSentence said, Evidence evidence) =>
        !IsAbout(said)
            ? UnsupportedReason.Words
            : OfQuotes(said, evidence)
                ?? QuantityCheck.Check(said, evidence)
                ?? NameCheck.Check(said, evidence)
                ?? OfSpeaker(said, evidence)
                ?? NegationCheck.Check(said, evidence)
                ?? ClauseCheck.OfPairs(said, evidence);

    /// <summary>Returns whether it is a statement: not a question, with a verb and more than one subject word.</summary>
    public static bool IsStatement(ParsedSentence said)
    {
        var isSaying = said.Predicates.Count > 0 || said.Words.Any(word => ClosedWords.IsAuxiliary(word.Lower));
        return isSaying && IsAbout(said);
    }

    /// <summary>Returns whether it speaks of two things or more, and asks and announces nothing.</summary>
    private static bool IsAbout(ParsedSentence said) =>
        said.Content.Count() + said.Dates.Count + said.Quantities.Count >= LeastThings && said.Text[^1] is not (':' or '?');

    private static UnsupportedReason? OfQuotes(ParsedSentence said, Evidence evidence) =>
        QuotedWords.Find(said.Text).All(quote => evidence.Quotes(quote)) ? null : UnsupportedReason.Quote;

    /// <summary>
    /// Returns the reason if a sentence uses the first person where the article does not: then the model speaks of itself or for the author
    /// of the question.
    /// </summary>
    private static UnsupportedReason? OfSpeaker(ParsedSentence said, Evidence evidence) =>
        said
            .Words.Where(word => FirstPerson.Contains(word.Lower))
            .All(word => evidence.Words.Any(other => FirstPerson.Contains(other.Lower) || other.Term == word.Term))
            ? null
            : UnsupportedReason.Role;

    /// <summary>Returns whether most of its words, and all that tell much, are held by words that mean the like.</summary>
    public static UnsupportedReason? OfWords(ParsedSentence said, Evidence evidence)
    {
        var (unheld, all) = (0.0, 1e-9);
        foreach (
            var word in said.Content.Where(word =>
                !ClosedWords.IsLight(word.Lower) && Units.Find(word.Lower) is null && !said.IsNumber(word)
            )
        )
        {
            var weight = RelatedWords.Rarity(word.Term);
            all += weight;
            if (evidence.Held(word) == 0)
            {
                unheld += weight;
                if (weight > Telling || evidence.IsElsewhere(word) || said.IsSubject(word, evidence))
                {
                    return UnsupportedReason.Words;
                }
            }
        }

        return unheld / all > MostUnheld || all < LeastSaid ? UnsupportedReason.Words : null;
    }

    /// <summary>Returns the reason if somebody else does it, or does it to somebody else.</summary>
    public static UnsupportedReason? OfPredicates(ParsedSentence said, Evidence evidence) =>
        said.Predicates.All(predicate => Is(predicate, evidence)) ? null : UnsupportedReason.Role;

    private static bool Is(Predicate predicate, Evidence evidence)
    {
        var same = evidence.Predicates.Where(other => other.Verb.Term == predicate.Verb.Term).ToArray();
        var alike =
            same.Length > 0 || ClosedWords.IsLight(predicate.Verb.Lower)
                ? same
                : evidence.Predicates.Where(other => SameMeaning.Score(predicate.Verb, other.Verb) > 0).ToArray();
        return alike.Length == 0 || alike.Any(other => IsSame(predicate, other));
    }

    /// <summary>
    /// Returns whether two predicates agree. The agent may be unsaid but not another; "the plant closed" agrees with "they closed the
    /// plant".
    /// </summary>
    private static bool IsSame(Predicate said, Predicate other)
    {
        var isIntransitive = said.Patients.Count == 0 && said.Agents.Count > 0;
        var isIntransitiveThere = other.Patients.Count == 0 && other.Agents.Count > 0;
        var isByAnother =
            said.Agents.Count > 0
            && other.Agents.Count > 0
            && !AreAmong(said.Agents, other.Agents)
            && !(isIntransitive && AreAmong(said.Agents, other.Patients));
        var isTurned = !isIntransitive && AreAllAmong(said.Agents, other.Patients) && !AreAmong(said.Agents, other.Agents);
        var isTurnedThere =
            !isIntransitiveThere
            && AreAllAmong(said.Patients, other.Agents)
            && !AreAmong(said.Patients, other.Patients)
            && !AreAmong(said.Patients, other.Others);
        return !isByAnother && !isTurned && !isTurnedThere;
    }

    private static bool AreAllAmong(IReadOnlyList<AnnotatedToken> words, IReadOnlyList<AnnotatedToken> among) =>
        words.Count > 0 && words.All(word => IsAmong(word, among));

    private static bool AreAmong(IReadOnlyList<AnnotatedToken> words, IReadOnlyList<AnnotatedToken> among) =>
        words.Any(word => IsAmong(word, among));

    private static bool IsAmong(AnnotatedToken word, IReadOnlyList<AnnotatedToken> words) =>
        words.Any(other => SameMeaning.Score(word, other) > 0);
}
