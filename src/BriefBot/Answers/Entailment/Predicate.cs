namespace BriefBot.Answers.Entailment;

/// <summary>A verb with its agents and patients, as far as word order and voice tell.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Agents">The agents; empty where none is named.</param>
/// <param name="Patients">The patients, without words after a preposition.</param>
/// <param name="Others">The words after a preposition.</param>
internal sealed record Predicate(
    AnnotatedToken Verb,
    IReadOnlyList<AnnotatedToken> Agents,
    IReadOnlyList<AnnotatedToken> Patients,
    IReadOnlyList<AnnotatedToken> Others
)
{
    /// <summary>The words before the verb, whatever its voice.</summary>
    public IReadOnlyList<AnnotatedToken> Subject { get; init; } = [];

    public static IReadOnlyList<Predicate> Parse(IReadOnlyList<AnnotatedToken> words, IReadOnlySet<int> dateWords)
    {
        var predicates = new List<Predicate>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Verbs.IsVerb(words, i))
            {
                predicates.Add(Of(words, i, dateWords, predicates));
            }
        }

        return predicates;
    }

    private static Predicate Of(IReadOnlyList<AnnotatedToken> words, int verb, IReadOnlySet<int> dateWords, List<Predicate> earlier)
    {
        bool IsArgument(AnnotatedToken word) =>
            word.IsContent
            && !dateWords.Contains(word.Index)
            && !ClosedWords.IsAdverb(word.Lower)
            && !ClosedWords.IsLight(word.Lower)
            && !QuantityReader.IsNumber(word)
            && Units.Find(word.Lower) is null
            && (!Verbs.IsVerb(words, word.Index) || IsGerund(word));
        var clause = words.Where(word => word.Clause == words[verb].Clause).ToArray();
        var before = clause.TakeWhile(word => word.Index < verb && (!Verbs.IsVerb(words, word.Index) || IsGerund(word))).ToArray();
        var subject = SubjectOf(before, IsArgument);
        var (direct, by, others) = After(
            clause.Where(word => word.Index > verb).TakeWhile(word => !IsNext(words, word.Index)).ToArray(),
            IsArgument
        );
        var isByPronoun = subject.Length == 0 && before.Skip(1).Any(word => ClosedWords.IsPronoun(word.Lower));
        var antecedent = clause[0].Lower is "who" or "which" or "that" ? Antecedent(words, clause[0].Index) : [];
        if (subject.Length > 0 || isByPronoun)
        {
            direct = [.. direct, .. antecedent];
        }
        else
        {
            subject =
                antecedent.Length > 0 ? antecedent
                : earlier.Count > 0 && (ClosedWords.IsAnd(clause[0].Lower) || clause[0].Lower is "but" or "yet") ? [.. earlier[^1].Subject]
                : [];
        }

        // "Ordered the crew to leave", "voted to close": who does it may be either.
        var isOpen = words[Math.Max(verb - 1, 0)].Lower == "to" && clause.Any(word => word.Index < verb && Verbs.IsVerb(words, word.Index));
        return Verbs.IsPassive(words, verb) ? new Predicate(words[verb], by, subject, [.. direct, .. others]) { Subject = subject }
            : isOpen ? new Predicate(words[verb], [], direct, [.. by, .. others])
            : new Predicate(words[verb], subject, direct, [.. by, .. others]) { Subject = subject };
    }

    private static bool IsGerund(AnnotatedToken word) => word.Lower.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Returns whether another verb begins, with its auxiliaries.</summary>
    private static bool IsNext(IReadOnlyList<AnnotatedToken> words, int i) =>
        ClosedWords.IsAuxiliary(words[i].Lower) || (Verbs.IsVerb(words, i) && !IsGerund(words[i]));

    /// <summary>Returns the words before the verb, without those that a preposition and a comma separate from it.</summary>
    private static AnnotatedToken[] SubjectOf(AnnotatedToken[] before, Func<AnnotatedToken, bool> isArgument)
    {
        var opens = before.Length > 0 && ClosedWords.IsPreposition(before[0].Lower);
        var comma = opens ? Array.FindLastIndex(before, word => word.Before.Contains(',', StringComparison.Ordinal)) : -1;
        if (opens && comma < 0)
        {
            // "At Volta it takes": a pronoun or determiner begins the subject.
            comma = Array.FindIndex(
                before,
                word =>
                    word.Index > before[0].Index + 1
                    && (ClosedWords.IsPronoun(word.Lower) || ClosedWords.IsDeterminer(word.Lower))
                    && before[word.Index - before[0].Index - 1].IsContent
            );
        }

        return [.. before.Skip(Math.Max(comma, 0)).Where(isArgument)];
    }

    private static (AnnotatedToken[] Direct, AnnotatedToken[] By, AnnotatedToken[] Others) After(
        AnnotatedToken[] after,
        Func<AnnotatedToken, bool> isArgument
    )
    {
        var (direct, by, others) = (new List<AnnotatedToken>(), new List<AnnotatedToken>(), new List<AnnotatedToken>());
        var into = direct;
        foreach (var word in after)
        {
            into =
                word.Lower == "by" ? by
                : word.Lower == "of" ? into
                : ClosedWords.IsPreposition(word.Lower) ? others
                : into;
            if (isArgument(word))
            {
                into.Add(word);
            }
        }

        return ([.. direct], [.. by], [.. others]);
    }

    /// <summary>"…, who had founded it": the nouns right before the clause.</summary>
    private static AnnotatedToken[] Antecedent(IReadOnlyList<AnnotatedToken> words, int clause) =>
        [
            .. words
                .Take(clause)
                .Reverse()
                .TakeWhile(word => (word.IsContent && !Verbs.IsVerb(words, word.Index)) || word.Lower is "the" or "a" or "an" or "of")
                .Where(word => word.IsContent),
        ];
}
