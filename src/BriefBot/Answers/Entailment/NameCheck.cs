using System.Collections.Frozen;

namespace BriefBot.Answers.Entailment;

/// <summary>Checks that the names of a sentence are in its evidence, and not in the place of others.</summary>
internal static class NameCheck
{
    private static readonly FrozenSet<string> Titles = "mr mrs ms miss dr prof professor sir"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Minimum share of the other words that two clauses must have in common for their names to be compared.</summary>
    private const double Most = 0.6;

    public static UnsupportedReason? Check(ParsedSentence said, Evidence evidence)
    {
        var names = Names(said).ToArray();
        return !names.All(name => evidence.Names(name) || IsRestOfName(said, name, evidence) || IsAdded(name, said, evidence))
                ? UnsupportedReason.Name
            : evidence.Copied.Count > 0 && IsReplaced(said, names, evidence) ? UnsupportedReason.Name
            : null;
    }

    private static IEnumerable<AnnotatedToken> Names(ParsedSentence statement) =>
        statement.Content.Where(word => IsNameWord(word) && !IsOfMoney(statement, word));

    private static bool IsNameWord(AnnotatedToken word) => word.IsName && Units.Find(word.Lower) is null && !Titles.Contains(word.Lower);

    /// <summary>"Swiss francs".</summary>
    private static bool IsOfMoney(ParsedSentence statement, AnnotatedToken word) =>
        word.Index + 1 < statement.Words.Count && Units.Find(statement.Words[word.Index + 1].Lower) is { } unit && Units.IsMoney(unit);

    /// <summary>Returns whether a name comes from elsewhere in the passage while the given words have a name that is left out.</summary>
    private static bool IsAdded(AnnotatedToken name, ParsedSentence said, Evidence evidence) =>
        evidence.Elsewhere.Any(statement => statement.Words.Any(word => word.Lower == name.Lower))
        && evidence.Copied.SelectMany(Names).All(other => IsAmong(other, said.Words));

    /// <summary>"Ada Brook", where the evidence says "Ada" and the passage knows the whole name.</summary>
    private static bool IsRestOfName(ParsedSentence said, AnnotatedToken name, Evidence evidence) =>
        said
            .Words.Where(word => IsBeside(word, name) && word.IsName && evidence.Names(word))
            .Any(known =>
                evidence.Elsewhere.Any(statement =>
                    statement.Words.Any(other =>
                        other.Lower == name.Lower
                        && other.Index + known.Index - name.Index is var beside
                        && beside >= 0
                        && beside < statement.Words.Count
                        && statement.Words[beside].Lower == known.Lower
                    )
                )
            );

    /// <summary>Returns whether another name is between the same words: "the Wren browser" for "the Brisk browser".</summary>
    private static bool IsInPlaceOfAnother(ParsedSentence said, AnnotatedToken name, ParsedSentence there)
    {
        bool IsSame(int own, int other) =>
            own >= 0
            && other >= 0
            && own < said.Words.Count
            && other < there.Words.Count
            && said.Words[own].Term == there.Words[other].Term;
        bool IsBetween(int own, int other) =>
            IsSame(own + 1, other + 1) && said.Words[own + 1].IsContent && (IsSame(own - 1, other - 1) || said.Words[own + 1].IsName);
        var same = there.Words.Where(other => IsNameWord(other) && IsBetween(name.Index, other.Index)).ToArray();
        return same.Length > 0 && same.All(other => !IsAmong(other, said.Words));
    }

    private static bool IsBeside(AnnotatedToken one, AnnotatedToken other) => Math.Abs(one.Index - other.Index) == 1;

    private static bool IsAmong(AnnotatedToken name, IEnumerable<AnnotatedToken> words) =>
        words.Any(word => word.Lower == name.Lower || word.Term == name.Term);

    /// <summary>A name that the words lack that say the like, where they have another that is not said.</summary>
    private static bool IsReplaced(ParsedSentence said, AnnotatedToken[] names, Evidence evidence)
    {
        var around = evidence.Around.SelectMany(statement => statement.Words).Select(word => word.Lower).ToHashSet();
        bool IsSaid(AnnotatedToken name) =>
            around.Contains(name.Lower) || said.Words.Any(own => own.Lower == name.Lower || own.Term == name.Term);
        bool Replaces(IEnumerable<AnnotatedToken> own, IReadOnlyCollection<AnnotatedToken> words, IEnumerable<AnnotatedToken> others) =>
            own.Any(name =>
                !around.Contains(name.Lower)
                && !IsAmong(name, words)
                && !names.Any(beside => IsBeside(beside, name) && IsAmong(beside, words))
            ) && others.Any(other => !IsSaid(other));

        if (evidence.Copied.Any(statement => names.Any(name => IsInPlaceOfAnother(said, name, statement))))
        {
            return true;
        }

        // "She" may be anybody.
        var isByPronoun = evidence.Copied.Any(statement => statement.Words.Any(word => ClosedWords.IsPersonal(word.Lower)));
        if (
            !isByPronoun
            && Replaces(names, [.. evidence.Copied.SelectMany(statement => statement.Words)], evidence.Copied.SelectMany(Names))
        )
        {
            return true;
        }

        var clauses = EvidenceClause.Split(evidence.Quoted);
        return names
            .GroupBy(name => name.Clause)
            .Any(clause =>
            {
                AnnotatedToken[] words = [.. said.Words.Where(word => word.Clause == clause.Key)];
                AnnotatedToken[] others =
                [
                    .. words.Where(word => !word.IsName && (word.IsContent || word.IsFigure) && !ClosedWords.IsLight(word.Lower)),
                ];
                return others.Length > 0
                    && clauses.MaxBy(other => ClauseCheck.Likeness(said, others, other)) is { } best
                    && others.Count(word => best.Words.Any(other => SameMeaning.Score(word, other) > 0)) >= Most * others.Length
                    && Replaces(clause, best.Words, best.Own.Any(IsNameWord) ? best.Own.Where(IsNameWord) : best.Words.Where(IsNameWord));
            });
    }
}
