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
        if (IsNotOnly(said) && !evidence.Quoted.Any(IsNotOnly) && evidence.Quoted.Any(statement => statement.Words.Any(word => word.Lower == "only")))
        {
            return Unsupported.Negation;
        }

        var (clauses, denials) = (EvidenceClause.Of(evidence.Quoted), Denials(evidence.Quoted));
        foreach (var clause in said.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
        {
            var cues = Denial.Cues(said.Words).Where(cue => cue.Clause == clause[0].Clause && !IsContrast(cue)).ToArray();
            if (denials.Any(denial => IsDropped(denial, clause, said, evidence)) || (cues.Length > 0 && IsAdded(cues[0], clause, said, clauses, evidence)))
            {
                return Unsupported.Negation;
            }
        }

        return evidence.Quoted.Any(statement => IsContrary(said, statement)) ? Unsupported.Negation : null;
    }

    private static bool IsNotOnly(Statement statement) => statement.Words.Zip(statement.Words.Skip(1)).Any(pair => pair is { First.Lower: "not", Second.Lower: "only" });

    /// <summary>The words that deny, what each denies first, and all that its clause speaks of.</summary>
    private static (SaidWord Cue, SaidWord Denied, SaidWord[] Words)[] Denials(IReadOnlyList<Statement> statements) =>
    [
        .. from statement in statements
        from cue in Denial.Cues(statement.Words)
        where !IsContrast(cue)
        let words = Content(statement.Words.Where(word => word.Clause == cue.Clause)).Where(word => word.Lower != "longer").ToArray()
        from denied in words.Where(word => word.Index > cue.Index).Take(1)
        select (cue, denied, words),
    ];

    private static IEnumerable<SaidWord> Content(IEnumerable<SaidWord> words) => words.Where(word => word.IsName || (word.IsContent && !ClosedWords.IsAdverb(word.Lower)));

    /// <summary>Whether it says what stands after ", not" or "instead of", and not what stands before.</summary>
    private static bool IsContrary(Statement said, Statement there) => Denial.Cues(there.Words).Where(IsContrast).Concat(Instead(there)).Any(cue =>
    {
        bool IsSaid(SaidWord word) => said.Words.Any(own => own.Term == word.Term);
        SaidWord[] content = [.. Content(there.Words.Where(word => word.Clause == cue.Clause)).Where(word => !ClosedWords.IsLight(word.Lower))];
        SaidWord[] after = [.. content.Where(word => word.Index > cue.Index)];
        return after.Length > 0 && content.LastOrDefault(word => word.Index < cue.Index && !after.Any(other => other.Term == word.Term)) is { } before
            && !IsSaid(before) && after.All(IsSaid) && !Denial.Cues(said.Words).Any() && !Instead(said).Any();
    });

    /// <summary>"Instead of", "rather than", "in place of".</summary>
    private static IEnumerable<SaidWord> Instead(Statement statement) => statement.Words.Where(
        word => word.Index > 0 && (statement.Words[word.Index - 1].Lower, word.Lower) is ("instead", "of") or ("rather", "than") or ("place", "of"));

    /// <summary>"In Corley, not in Pellbridge", "members (not votes)".</summary>
    private static bool IsContrast(SaidWord cue) => cue.Lower == "not" && cue.Before.AsSpan().ContainsAny(',', '(');

    /// <summary>Whether a clause that denies nothing says what is denied there.</summary>
    private static bool IsDropped((SaidWord Cue, SaidWord Denied, SaidWord[] Words) denial, SaidWord[] clause, Statement said, Evidence evidence)
    {
        bool IsSaid(SaidWord word) => clause.Any(own => own.Term == word.Term);
        bool DeniesOtherwise(SaidWord word) => word.Lower == denial.Cue.Lower || ((ClosedWords.Negates(word.Lower) || ClosedWords.IsNegative(word.Lower))
            && !evidence.Quoted.Any(statement => statement.Words.Any(other => other.Lower == word.Lower)));
        SaidWord[] subject = [.. denial.Words.Where(word => word.Index <= denial.Denied.Index)];
        return IsSaid(denial.Denied) && Math.Max(Share(subject, IsSaid), Share(denial.Words, IsSaid)) >= Most && !said.Words.Any(DeniesOtherwise)
            && !subject.Any(word => clause.Any(own => Opposites.Are(own.Term, word.Term)));
    }

    /// <summary>Whether a clause that denies says of something what nothing there denies.</summary>
    private static bool IsAdded(SaidWord cue, SaidWord[] clause, Statement said, IReadOnlyList<EvidenceClause> clauses, Evidence evidence)
    {
        SaidWord[] there = [.. evidence.Quoted.SelectMany(statement => statement.Words)];
        bool IsThere(SaidWord word) => Array.Exists(there, other => other.Term == word.Term);
        var isElse = !said.Words.Where(word => (word.IsContent && !ClosedWords.IsLight(word.Lower)) || word.IsFigure).All(IsThere);
        bool DeniesOtherwise(SaidWord word) => ClosedWords.IsNegative(word.Lower) && (word.Lower != "only" || isElse) && !clause.Any(own => own.Term == word.Term);
        if (clause.Any(word => word.Lower is "until" or "unless" or "before" or "other" or "except" or "but" || (word.Lower == "without" && word != cue))
            || there.Any(word => DeniesOtherwise(word) || clause.Any(own => Opposites.Are(own.Term, word.Term))))
        {
            // "Not until" is "only".
            return false;
        }

        bool IsDenied(EvidenceClause other) => Denial.Cues(other.Statement.Words).Any(denial => denial.Clause == other.Clause);
        bool Holds(EvidenceClause other, IEnumerable<SaidWord> words) => words.All(word => other.Own.Any(own => own.Term == word.Term));
        if (!clauses.Any(IsDenied))
        {
            return true;
        }

        SaidWord[] content = [.. Content(clause)];
        SaidWord[] subject = [.. content.Where(word => word.Index < cue.Index && !ClosedWords.IsLight(word.Lower))];
        var ofSubject = clauses.Where(other => subject.Length > 0 && Holds(other, subject)).ToArray();
        return (ofSubject.Length > 0 && !ofSubject.Any(IsDenied))
            || clauses.Any(other => Holds(other, content.Where(word => word.Index > cue.Index).Take(1)) && !IsDenied(other)
                && Share(content, word => other.Own.Any(own => own.Term == word.Term)) >= NearlyAll);
    }

    private static double Share(SaidWord[] words, Func<SaidWord, bool> isHeld)
    {
        double Weight(SaidWord word) => ClosedWords.IsLight(word.Lower) ? 0.1 : Math.Max(RelatedWords.Rarity(word.Term), 0.1);
        return words.Length == 0 ? 0 : words.Where(isHeld).Sum(Weight) / words.Sum(Weight);
    }
}
