using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>
/// Finds the requested part of a list, table or section that ranks first: by its score or, in a list or table, by a word of the question
/// that no other part contains.
/// </summary>
internal static class AskedPart
{
    /// <summary>
    /// Minimum score difference between the best part and the second for the best to be shown alone. The best of 0.7, 1, 1.4, 2 and 3 on
    /// document folders.
    /// </summary>
    private const double NarrowFrom = 2;

    /// <summary>
    /// Returns the units with that part first, or unchanged where no part stands out. Instructions are always shown whole.
    /// </summary>
    public static IReadOnlyList<ScoredUnit> First(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        ranked = FromItsBeginning(ranked);
        if (
            ranked.Count == 0
            || match.Question.Expected == AnswerType.Manner
            || ranked[0].Candidate is not { Unit: { Kind: UnitKind.Section or UnitKind.List or UnitKind.Table } whole } best
        )
        {
            return ranked;
        }

        ScoredUnit[] parts =
        [
            .. ranked
                .Skip(1)
                .Where(scored =>
                    scored.Candidate.Source.Passage.Id == best.Source.Passage.Id
                    && scored.Candidate.Unit is { Kind: not (UnitKind.Section or UnitKind.List or UnitKind.Table) } part
                    && whole.Holds(part.First)
                    && whole.Holds(part.Last)
                ),
        ];
        var isWanted = whole.Kind != UnitKind.Section && match.Question.Form is ListIntent;
        var stands = isWanted
            ? parts.Length > 1 && IsAskedFor(match, parts)
            : parts.Length == 1
                || (
                    parts.Length > 1
                    && (parts[0].Score - parts[1].Score > NarrowFrom || (whole.Kind != UnitKind.Section && IsAskedFor(match, parts)))
                );
        return stands ? [parts[0], .. ranked.Where(scored => scored != parts[0])] : ranked;
    }

    /// <summary>Puts the first items of a long list before those that ranked first; "more" goes on with the next.</summary>
    private static IReadOnlyList<ScoredUnit> FromItsBeginning(IReadOnlyList<ScoredUnit> ranked)
    {
        var best = ranked.Count > 0 ? ranked[0] : null;
        while (
            best is { Candidate.Unit.Kind: UnitKind.List }
            && ranked.FirstOrDefault(scored => IsBefore(scored.Candidate, best.Candidate)) is { } before
        )
        {
            best = before;
        }

        return best is null || best == ranked[0] ? ranked : [best, .. ranked.Where(scored => scored != best)];
    }

    private static bool IsBefore(Candidate one, Candidate other) =>
        one.Unit.Kind == UnitKind.List
        && one.Unit.Last == other.Unit.First - 1
        && one.Source.Passage.Id == other.Source.Passage.Id
        && one.Unit.Introduction.SequenceEqual(other.Unit.Introduction);

    /// <summary>Returns whether the first of some parts holds a word of the question that the others do not.</summary>
    private static bool IsAskedFor(QuestionMatch match, ScoredUnit[] parts)
    {
        var held = parts
            .Select(part => match.Held(part.Candidate.Sentences.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term)))
            .ToArray();
        return held[0].Where((holds, i) => holds && !held.Skip(1).Any(other => other[i])).Any();
    }
}
