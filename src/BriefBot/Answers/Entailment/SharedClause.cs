namespace BriefBot.Answers.Entailment;

/// <summary>
/// A clause that gives several facts of one kind in a row, each with words of its own ("12 pounds for adults and 5 pounds for children"):
/// which words belong to which.
/// </summary>
internal static class SharedClause
{
    /// <summary>Returns whether a word of the sentence belongs to another fact of a row than the stated one.</summary>
    /// <param name="said">The words that are said.</param>
    /// <param name="words">The words of the clause, in order.</param>
    /// <param name="facts">The places of the row's facts, in order.</param>
    /// <param name="fact">The place of the one that is said.</param>
    /// <param name="isSaid">Returns whether another fact is stated too.</param>
    public static bool Mixes(
        IReadOnlyList<AnnotatedToken> said,
        IReadOnlyList<AnnotatedToken> words,
        IReadOnlyList<int> facts,
        int fact,
        Func<int, bool> isSaid
    )
    {
        foreach (var other in facts.Where(place => place != fact && !isSaid(place)))
        {
            var (first, last) = (Math.Min(fact, other), Math.Max(fact, other));
            var parting = words
                .Where(word =>
                    word.Index > first
                    && word.Index < last
                    && (word.Before.Contains(',', StringComparison.Ordinal) || ClosedWords.IsAnd(word.Lower))
                )
                .Select(word => word.Index)
                .ToArray();
            if (parting.Length > 0 && Mixes(said, words, first, last, parting[^1], isFirst: fact == first))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mixes(
        IReadOnlyList<AnnotatedToken> said,
        IReadOnlyList<AnnotatedToken> words,
        int first,
        int last,
        int parting,
        bool isFirst
    )
    {
        var lead = words.Where(word =>
            word.Index >= parting
            && word.Index < last
            && !ClosedWords.IsPreposition(word.Lower)
            && !ClosedWords.IsAnd(word.Lower)
            && word.Lower is not ("the" or "a" or "an")
        );
        var ofFirst = words.Where(word => word.Index < parting && (word.Index > first || lead.Any())).ToArray();
        var ofLast = words.Where(word => word.Index >= parting).ToArray();
        return isFirst ? Only(said, ofLast, ofFirst.Concat(words.Where(word => word.Index < first))) : Only(said, ofFirst, ofLast);
    }

    /// <summary>Returns whether a word of the sentence is among <paramref name="these"/> and not among <paramref name="those"/>.</summary>
    private static bool Only(IReadOnlyList<AnnotatedToken> said, IReadOnlyList<AnnotatedToken> these, IEnumerable<AnnotatedToken> those) =>
        said.Where(word => word.IsContent && !ClosedWords.IsLight(word.Lower) && Units.Find(word.Lower) is null)
            .Any(word =>
                these.Any(other => SameMeaning.Score(word, other) == 1) && !those.Any(other => SameMeaning.Score(word, other) == 1)
            );
}
