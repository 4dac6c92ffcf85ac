using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>
/// Checks each clause of a sentence against the most similar clause of its evidence: both must deny the same, and names, numbers and dates
/// must not be swapped.
/// </summary>
internal static class ClauseCheck
{
    private const double OfFact = 0.5;

    public static UnsupportedReason? Check(ParsedSentence said, Evidence evidence)
    {
        foreach (var clause in said.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
        {
            var best = evidence.Clauses.MaxBy(other => Likeness(said, clause, other));
            if (
                best is not null
                && Likeness(said, clause, best) > 0
                && (OfDenial(said, clause, best, evidence) ?? OfFacts(said, clause, best)) is { } problem
            )
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the reason if a number is paired with the partner of another in a row: "snowshoes cost 11 euros a day, beacons 16".
    /// </summary>
    public static UnsupportedReason? OfPairs(ParsedSentence said, Evidence evidence)
    {
        var clauses = EvidenceClause.Split(evidence.Quoted);
        return said
            .Words.GroupBy(word => word.Clause)
            .Select(group => group.ToArray())
            .Any(clause =>
                clauses.MaxBy(other => Likeness(said, clause, other)) is { } best
                && Likeness(said, clause, best) > 0
                && OfNumbers(said, clause, best) is not null
            )
            ? UnsupportedReason.Number
            : null;
    }

    /// <summary>Returns the share of a clause that another one covers.</summary>
    public static double Likeness(ParsedSentence said, AnnotatedToken[] clause, EvidenceClause other) =>
        clause
            .Where(word => word.IsContent || word.IsFigure)
            .Sum(word => Weight(said, word) * other.Words.Max(with => SameMeaning.Score(word, with)));

    private static double Weight(ParsedSentence said, AnnotatedToken word) =>
        word.IsName || said.IsNumber(word) || said.DateWords.Contains(word.Index) ? OfFact
        : ClosedWords.IsLight(word.Lower) ? 0.1
        : RelatedWords.Rarity(word.Term);

    private static UnsupportedReason? OfDenial(ParsedSentence said, AnnotatedToken[] clause, EvidenceClause best, Evidence evidence)
    {
        var denials = said.Denials.Where(denial => denial.Clause == clause[0].Clause).ToArray();
        var turned = clause.Where(word => word.IsContent && IsTurned(word, best)).ToArray();
        var here = best.Denials.ToArray();
        var there = here.Count(denial =>
            denial.Denied.Any(word => clause.Any(own => SameMeaning.Score(own, word) > 0 || Opposites.Are(own.Term, word.Term)))
        );
        if ((denials.Length + there + turned.Length) % 2 != 0)
        {
            return UnsupportedReason.Negation;
        }

        // A word that the evidence only denies can't be affirmed.
        var only = clause
            .Where(word => word.IsContent && !denials.Any(denial => denial.Denied.Contains(word)) && IsOnlyDenied(word, evidence))
            .ToArray();
        return only.Length > 0 && turned.Length == 0 ? UnsupportedReason.Negation : null;
    }

    private static bool IsOnlyDenied(AnnotatedToken word, Evidence evidence)
    {
        var places = evidence
            .Clauses.SelectMany(clause =>
                clause
                    .Own.Where(other => SameMeaning.Score(word, other) > 0)
                    .Select(other => clause.Denials.Any(denial => denial.Denied.Contains(other)))
            )
            .ToArray();
        return places.Length > 0 && places.All(denied => denied);
    }

    /// <summary>Returns whether the clause holds the opposite of a word, and not the word.</summary>
    private static bool IsTurned(AnnotatedToken word, EvidenceClause clause) =>
        clause.Words.Any(other => Opposites.Are(word.Term, other.Term)) && !clause.Words.Any(other => SameMeaning.Score(word, other) > 0);

    private static UnsupportedReason? OfFacts(ParsedSentence said, AnnotatedToken[] clause, EvidenceClause best)
    {
        var foreign = best
            .Own.Where(word => word.IsName && !said.Words.Any(own => own.Lower == word.Lower || own.Term == word.Term))
            .ToArray();
        if (foreign.Length > 0 && clause.Any(word => word.IsName && !best.Words.Any(other => other.Lower == word.Lower)))
        {
            return UnsupportedReason.Role;
        }

        if (clause.Any(word => IsAnotherOfItsKind(said, word, best)))
        {
            return UnsupportedReason.Name;
        }

        return OfNumbers(said, clause, best)
            ?? (
                said.Dates.Any(date => said.Words[date.Word].Clause == clause[0].Clause && IsOutOfPlace(said, date, best))
                    ? UnsupportedReason.Date
                    : null
            );
    }

    private static UnsupportedReason? OfNumbers(ParsedSentence said, AnnotatedToken[] clause, EvidenceClause best)
    {
        foreach (var quantity in said.Quantities.Where(quantity => said.Words[quantity.Word].Clause == clause[0].Clause))
        {
            var row = best
                .Statement.Quantities.Where(other =>
                    best.Own.Any(word => word.Index == other.Word) && (other.Unit == quantity.Unit || quantity.Unit is null)
                )
                .ToArray();
            var same = row.Where(other => other.Holds(quantity)).ToArray();
            var isElsewhere =
                same.Length == 0
                && quantity.Unit is not null
                && !Has(best, quantity)
                && row.Any(other => !said.Quantities.Any(own => own.Holds(other)));
            var isMixed =
                same.Length > 0
                && same.All(one =>
                    SharedClause.Mixes(
                        clause,
                        best.Own,
                        [.. row.Select(other => other.Word)],
                        one.Word,
                        place => said.Quantities.Any(own => row.Any(other => other.Word == place && own.Holds(other)))
                    )
                );
            if (isElsewhere || isMixed)
            {
                return UnsupportedReason.Number;
            }
        }

        return null;
    }

    /// <summary>"The team plan" is not "the free plan": the same word is told apart by another.</summary>
    private static bool IsAnotherOfItsKind(ParsedSentence said, AnnotatedToken word, EvidenceClause best)
    {
        var head = word.Index + 1 < said.Words.Count ? said.Words[word.Index + 1] : null;
        return head is { Before: "" }
            && word.IsContent
            && head.IsContent
            && !said.IsVerb(word)
            && !said.IsVerb(head)
            && !ClosedWords.IsLight(word.Lower)
            && !best.Words.Any(other => SameMeaning.Score(word, other) > 0)
            && best.Own.Any(other =>
                other.Term == head.Term
                && other.Before.Length == 0
                && other.Index > 0
                && best.Statement.Words[other.Index - 1] is { IsContent: true } told
                && !best.Statement.IsVerb(told)
                && !said.Words.Any(own => SameMeaning.Score(own, told) > 0)
            );
    }

    private static bool Has(EvidenceClause clause, Quantity quantity) =>
        clause.Statement.Quantities.Any(other => other.Holds(quantity) && clause.Words.Any(word => word.Index == other.Word));

    private static bool IsOutOfPlace(ParsedSentence said, DateMention date, EvidenceClause best)
    {
        var here = best.Statement.Dates.Where(other => best.Words.Any(word => word.Index == other.Word)).ToArray();
        if (here.Length == 0)
        {
            // "The year before" is another.
            return best.Own.Any(word => ClosedWords.IsRelativeTime(word.Lower));
        }

        var same = here.Where(other => other.Holds(date)).ToArray();
        return same.Length == 0
            ? !here.Any(other => said.Dates.Any(own => other.Holds(own)))
            : same.All(one =>
                SharedClause.Mixes(
                    [.. said.Words.Where(word => word.Clause == said.Words[date.Word].Clause && !said.DateWords.Contains(word.Index))],
                    best.Own,
                    [.. here.Select(other => other.Word)],
                    one.Word,
                    place => said.Dates.Any(own => here.Any(other => other.Word == place && other.Holds(own)))
                )
            );
    }
}
