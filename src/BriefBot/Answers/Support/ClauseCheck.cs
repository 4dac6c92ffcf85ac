using BriefBot.Retrieval;

namespace BriefBot.Answers.Support;

/// <summary>
/// Whether each clause of a sentence says what the clause of its evidence says that is most like it: the same is denied, and a name,
/// number or date is not put in the place of another.
/// </summary>
internal static class ClauseCheck
{
    private const double OfFact = 2;

    public static Unsupported? Of(Statement said, Evidence evidence)
    {
        foreach (var clause in said.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
        {
            var best = evidence.Clauses.MaxBy(other => Likeness(said, clause, other));
            if (best is not null && Likeness(said, clause, best) > 0 && (OfDenial(said, clause, best, evidence) ?? OfFacts(said, clause, best)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static double Likeness(Statement said, SaidWord[] clause, EvidenceClause other) =>
        clause.Where(word => word.IsContent || word.IsFigure).Sum(word => Weight(said, word) * other.Words.Max(with => SameMeaning.Of(word, with)));

    private static double Weight(Statement said, SaidWord word) =>
        word.IsName || said.IsNumber(word) || said.DateWords.Contains(word.Index) ? OfFact : ClosedWords.IsLight(word.Lower) ? 0.1 : RelatedWords.Rarity(word.Term);

    private static Unsupported? OfDenial(Statement said, SaidWord[] clause, EvidenceClause best, Evidence evidence)
    {
        var denials = said.Denials.Where(denial => denial.Clause == clause[0].Clause).ToArray();
        var turned = clause.Where(word => word.IsContent && IsTurned(word, best)).ToArray();
        var here = best.Denials.ToArray();
        var isDenied = denials.Length > 0;
        var isDeniedThere = here.Any(denial => denial.Denied.Any(word => clause.Any(own => SameMeaning.Of(own, word) > 0 || Opposites.Are(own.Term, word.Term))));
        if (isDenied != isDeniedThere != turned.Length % 2 is 1)
        {
            return Unsupported.Negation;
        }

        // What is only ever denied can't be said.
        var only = clause.Where(word => word.IsContent && !denials.Any(denial => denial.Denied.Contains(word)) && IsOnlyDenied(word, evidence)).ToArray();
        return only.Length > 0 && !isDenied ? Unsupported.Negation : null;
    }

    private static bool IsOnlyDenied(SaidWord word, Evidence evidence)
    {
        var places = evidence.Clauses.SelectMany(
            clause => clause.Own.Where(other => SameMeaning.Of(word, other) > 0).Select(other => clause.Denials.Any(denial => denial.Denied.Contains(other)))).ToArray();
        return places.Length > 0 && places.All(denied => denied);
    }

    /// <summary>Whether the clause holds the opposite of a word, and not the word.</summary>
    private static bool IsTurned(SaidWord word, EvidenceClause clause) =>
        clause.Words.Any(other => Opposites.Are(word.Term, other.Term)) && !clause.Words.Any(other => SameMeaning.Of(word, other) > 0);

    private static Unsupported? OfFacts(Statement said, SaidWord[] clause, EvidenceClause best)
    {
        var foreign = best.Own.Where(word => word.IsName && !said.Words.Any(own => own.Lower == word.Lower || own.Term == word.Term)).ToArray();
        if (foreign.Length > 0 && clause.Any(word => word.IsName && !best.Words.Any(other => other.Lower == word.Lower)))
        {
            return Unsupported.Role;
        }

        var number = said.Quantities.FirstOrDefault(quantity => said.Words[quantity.Word].Clause == clause[0].Clause && !Has(best, quantity)).Unit;
        return number is not null
            && best.Statement.Quantities.Any(other => best.Own.Any(word => word.Index == other.Word) && other.Unit == number && !said.Quantities.Any(own => own.Holds(other)))
            ? Unsupported.Number
            : said.Dates.Any(date => said.Words[date.Word].Clause == clause[0].Clause && IsOutOfPlace(said, date, best)) ? Unsupported.Date : null;
    }

    private static bool Has(EvidenceClause clause, Quantity quantity) =>
        clause.Statement.Quantities.Any(other => other.Holds(quantity) && clause.Words.Any(word => word.Index == other.Word));

    private static bool IsOutOfPlace(Statement said, SaidDate date, EvidenceClause best)
    {
        var here = best.Statement.Dates.Where(other => best.Words.Any(word => word.Index == other.Word)).ToArray();
        return here.Length > 0 && !here.Any(other => other.Holds(date)) && !here.Any(other => said.Dates.Any(own => other.Holds(own)));
    }
}
