using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Checks that a sentence denies exactly what its evidence denies. Leaves it open where the words differ.</summary>
internal static class NegationCheck
{
    /// <summary>Minimum share of common words for two denied statements to be the same.</summary>
    private const double Most = 0.6;

    /// <summary>Minimum share of a clause in another for the two to be contraries.</summary>
    private const double NearlyAll = 0.6;

    public static UnsupportedReason? Check(ParsedSentence said, Evidence evidence)
    {
        if (
            IsNotOnly(said)
            && !evidence.Quoted.Any(IsNotOnly)
            && evidence.Quoted.Any(statement => statement.Words.Any(word => word.Lower == "only"))
        )
        {
            return UnsupportedReason.Negation;
        }

        var (clauses, denials) = (EvidenceClause.Split(evidence.Quoted), Denials(evidence.Quoted));
        foreach (var clause in said.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
        {
            var cues = Negation.Cues(said.Words).Where(cue => cue.Clause == clause[0].Clause && !IsContrast(cue)).ToArray();
            if (
                denials.Any(denial => IsDropped(denial, clause, said, evidence))
                || (cues.Length > 0 && IsAdded(cues[0], clause, said, clauses, evidence))
            )
            {
                return UnsupportedReason.Negation;
            }
        }

        return evidence.Quoted.Any(statement => IsContrary(said, statement)) ? UnsupportedReason.Negation : null;
    }

    private static bool IsNotOnly(ParsedSentence statement) =>
        statement.Words.Zip(statement.Words.Skip(1)).Any(pair => pair is { First.Lower: "not", Second.Lower: "only" });

    /// <summary>Returns the negating words, the first word each denies, and all words of its clause.</summary>
    private static (AnnotatedToken Cue, AnnotatedToken Denied, AnnotatedToken[] Words)[] Denials(
        IReadOnlyList<ParsedSentence> statements
    ) =>
        [
            .. from statement in statements
            from cue in Negation.Cues(statement.Words)
            where !IsContrast(cue)
            let words = Content(statement.Words.Where(word => word.Clause == cue.Clause)).Where(word => word.Lower != "longer").ToArray()
            from denied in words.Where(word => word.Index > cue.Index).Take(1)
            select (cue, denied, words),
        ];

    private static IEnumerable<AnnotatedToken> Content(IEnumerable<AnnotatedToken> words) =>
        words.Where(word => word.IsName || (word.IsContent && !ClosedWords.IsAdverb(word.Lower)));

    /// <summary>Returns whether it states the part after ", not" or "instead of", and not the part before.</summary>
    private static bool IsContrary(ParsedSentence said, ParsedSentence there) =>
        Negation
            .Cues(there.Words)
            .Where(IsContrast)
            .Concat(Instead(there))
            .Any(cue =>
            {
                bool IsSaid(AnnotatedToken word) => said.Words.Any(own => own.Term == word.Term);
                AnnotatedToken[] content =
                [
                    .. Content(there.Words.Where(word => word.Clause == cue.Clause)).Where(word => !ClosedWords.IsLight(word.Lower)),
                ];
                AnnotatedToken[] after = [.. content.Where(word => word.Index > cue.Index)];
                return after.Length > 0
                    && content.LastOrDefault(word => word.Index < cue.Index && !after.Any(other => other.Term == word.Term)) is { } before
                    && !IsSaid(before)
                    && after.All(IsSaid)
                    && !Negation.Cues(said.Words).Any()
                    && !Instead(said).Any();
            });

    /// <summary>"Instead of", "rather than", "in place of".</summary>
    private static IEnumerable<AnnotatedToken> Instead(ParsedSentence statement) =>
        statement.Words.Where(word =>
            word.Index > 0
            && (statement.Words[word.Index - 1].Lower, word.Lower) is ("instead", "of") or ("rather", "than") or ("place", "of")
        );

    /// <summary>"In Corley, not in Pellbridge", "members (not votes)".</summary>
    private static bool IsContrast(AnnotatedToken cue) => cue.Lower == "not" && cue.Before.AsSpan().ContainsAny(',', '(');

    /// <summary>Returns whether a clause without negation states something that is denied there.</summary>
    private static bool IsDropped(
        (AnnotatedToken Cue, AnnotatedToken Denied, AnnotatedToken[] Words) denial,
        AnnotatedToken[] clause,
        ParsedSentence said,
        Evidence evidence
    )
    {
        bool IsSaid(AnnotatedToken word) => clause.Any(own => own.Term == word.Term);
        bool DeniesOtherwise(AnnotatedToken word) =>
            word.Lower == denial.Cue.Lower
            || (
                (ClosedWords.Negates(word.Lower) || ClosedWords.IsNegative(word.Lower))
                && !evidence.Quoted.Any(statement => statement.Words.Any(other => other.Lower == word.Lower))
            );
        AnnotatedToken[] subject = [.. denial.Words.Where(word => word.Index <= denial.Denied.Index)];
        return IsSaid(denial.Denied)
            && Math.Max(Share(subject, IsSaid), Share(denial.Words, IsSaid)) >= Most
            && !said.Words.Any(DeniesOtherwise)
            && !subject.Any(word => clause.Any(own => Opposites.Are(own.Term, word.Term)));
    }

    /// <summary>Returns whether a clause with negation denies something that nothing there denies.</summary>
    private static bool IsAdded(
        AnnotatedToken cue,
        AnnotatedToken[] clause,
        ParsedSentence said,
        IReadOnlyList<EvidenceClause> clauses,
        Evidence evidence
    )
    {
        AnnotatedToken[] there = [.. evidence.Quoted.SelectMany(statement => statement.Words)];
        bool IsThere(AnnotatedToken word) => Array.Exists(there, other => other.Term == word.Term);
        var isElse = !said.Words.Where(word => (word.IsContent && !ClosedWords.IsLight(word.Lower)) || word.IsFigure).All(IsThere);
        bool DeniesOtherwise(AnnotatedToken word) =>
            ClosedWords.IsNegative(word.Lower) && (word.Lower != "only" || isElse) && !clause.Any(own => own.Term == word.Term);
        if (
            clause.Any(word =>
                word.Lower is "until" or "unless" or "before" or "other" or "except" or "but" || (word.Lower == "without" && word != cue)
            ) || there.Any(word => DeniesOtherwise(word) || clause.Any(own => Opposites.Are(own.Term, word.Term)))
        )
        {
            // "Not until" is "only".
            return false;
        }

        bool IsDenied(EvidenceClause other) => Negation.Cues(other.Statement.Words).Any(denial => denial.Clause == other.Clause);
        bool Holds(EvidenceClause other, IEnumerable<AnnotatedToken> words) =>
            words.All(word => other.Own.Any(own => own.Term == word.Term));
        if (!clauses.Any(IsDenied))
        {
            return true;
        }

        AnnotatedToken[] content = [.. Content(clause)];
        AnnotatedToken[] subject = [.. content.Where(word => word.Index < cue.Index && !ClosedWords.IsLight(word.Lower))];
        var ofSubject = clauses.Where(other => subject.Length > 0 && Holds(other, subject)).ToArray();
        return (ofSubject.Length > 0 && !ofSubject.Any(IsDenied))
            || clauses.Any(other =>
                Holds(other, content.Where(word => word.Index > cue.Index).Take(1))
                && !IsDenied(other)
                && Share(content, word => other.Own.Any(own => own.Term == word.Term)) >= NearlyAll
            );
    }

    private static double Share(AnnotatedToken[] words, Func<AnnotatedToken, bool> isHeld)
    {
        double Weight(AnnotatedToken word) => ClosedWords.IsLight(word.Lower) ? 0.1 : Math.Max(RelatedWords.Rarity(word.Term), 0.1);
        return words.Length == 0 ? 0 : words.Where(isHeld).Sum(Weight) / words.Sum(Weight);
    }
}
