using BriefBot.Retrieval;

namespace BriefBot.Answers.Support;

/// <summary>Whether a sentence denies what its evidence denies and nothing else. Where it says so in other words, it leaves it open.</summary>
internal static class DenialCheck
{
    /// <summary>So much of what is denied must be said to be the same.</summary>
    private const double Most = 0.6;

    /// <summary>So much of a clause must stand in another to be its contrary.</summary>
    private const double NearlyAll = 0.6;

    public static Unsupported? Of(Statement said, Evidence evidence)
    {
        var (clauses, denied) = (EvidenceClause.Of(evidence.Quoted), Denials(evidence.Quoted));
        if (IsNotOnly(said) && !evidence.Quoted.Any(IsNotOnly) && evidence.Quoted.Any(statement => statement.Words.Any(word => word.Lower == "only")))
        {
            return Unsupported.Negation;
        }

        foreach (var clause in said.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
        {
            var cues = Denial.Cues(said.Words).Where(cue => cue.Clause == clause[0].Clause && !IsContrast(cue)).ToArray();
            if (cues.Length == 0 ? denied.Any(denial => IsDropped(denial, clause, said, evidence)) : IsAdded(clause, said, clauses, evidence))
            {
                return Unsupported.Negation;
            }
        }

        return null;
    }

    private static bool IsNotOnly(Statement statement) => statement.Words.Zip(statement.Words.Skip(1)).Any(pair => pair is { First.Lower: "not", Second.Lower: "only" });

    /// <summary>Of what is denied the words up to the first that is, the subject with it.</summary>
    private static SaidWord[][] Denials(IReadOnlyList<Statement> statements) =>
    [
        .. statements.SelectMany(statement => Denial.Cues(statement.Words).Where(cue => !IsContrast(cue)).Select(cue =>
        {
            SaidWord[] content = [.. statement.Words.Where(word => word.Clause == cue.Clause && word.IsContent && !ClosedWords.IsAdverb(word.Lower) && word.Lower != "longer")];
            return content.FirstOrDefault(word => word.Index > cue.Index) is { } first ? content.Where(word => word.Index <= first.Index).ToArray() : [];
        })).Where(words => words.Length > 0),
    ];

    /// <summary>"In Corley, not in Pellbridge", "members (not votes)".</summary>
    private static bool IsContrast(SaidWord cue) => cue.Lower == "not" && cue.Before.AsSpan().ContainsAny(',', '(');

    /// <summary>Whether a clause that denies nothing says what is denied there.</summary>
    private static bool IsDropped(SaidWord[] denied, SaidWord[] clause, Statement said, Evidence evidence)
    {
        bool IsSaid(SaidWord word) => clause.Any(own => own.Term == word.Term);
        bool DeniesOtherwise(SaidWord word) => ClosedWords.Negates(word.Lower)
            || (ClosedWords.IsNegative(word.Lower) && !evidence.Quoted.Any(statement => statement.Words.Any(other => other.Lower == word.Lower)));
        return IsSaid(denied[^1]) && Share(denied, IsSaid) >= Most && !said.Words.Any(DeniesOtherwise)
            && !denied.Any(word => clause.Any(own => Opposites.Are(own.Term, word.Term)));
    }

    /// <summary>Whether a clause that denies says of something what nothing there denies.</summary>
    private static bool IsAdded(SaidWord[] clause, Statement said, IReadOnlyList<EvidenceClause> clauses, Evidence evidence)
    {
        SaidWord[] there = [.. evidence.Quoted.SelectMany(statement => statement.Words)];
        bool IsThere(SaidWord word) => Array.Exists(there, other => other.Term == word.Term);
        var isElse = !said.Words.Where(word => (word.IsContent && !ClosedWords.IsLight(word.Lower)) || word.IsFigure).All(IsThere);
        if (there.Any(word => (ClosedWords.IsNegative(word.Lower) && (word.Lower != "only" || isElse) && !clause.Any(own => own.Term == word.Term))
            || clause.Any(own => Opposites.Are(own.Term, word.Term))))
        {
            return false;
        }

        if (!evidence.Quoted.Any(statement => Denial.Cues(statement.Words).Any()))
        {
            return true;
        }

        SaidWord[] content = [.. clause.Where(word => word.IsContent && !ClosedWords.IsAdverb(word.Lower))];
        var cue = Denial.Cues(said.Words).First(cue => cue.Clause == clause[0].Clause);
        var denied = content.FirstOrDefault(word => word.Index > cue.Index);
        return clauses.Any(other => (denied is null || other.Own.Any(own => own.Term == denied.Term))
            && !Denial.Cues(other.Statement.Words).Any(there => there.Clause == other.Clause)
            && Share(content, word => other.Own.Any(own => own.Term == word.Term)) >= NearlyAll);
    }

    private static double Share(SaidWord[] words, Func<SaidWord, bool> isHeld)
    {
        double Weight(SaidWord word) => ClosedWords.IsLight(word.Lower) ? 0.1 : Math.Max(RelatedWords.Rarity(word.Term), 0.1);
        return words.Length == 0 ? 0 : words.Where(isHeld).Sum(Weight) / words.Sum(Weight);
    }
}
