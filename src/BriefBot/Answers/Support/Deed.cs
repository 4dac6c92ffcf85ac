namespace BriefBot.Answers.Support;

/// <summary>A verb with who does it and to whom, as far as the order of words and the voice say so.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Agents">Whoever does it; none where nobody is named.</param>
/// <param name="Patients">To whom or what it is done, without what follows a preposition.</param>
/// <param name="Others">What follows a preposition.</param>
internal sealed record Deed(SaidWord Verb, IReadOnlyList<SaidWord> Agents, IReadOnlyList<SaidWord> Patients, IReadOnlyList<SaidWord> Others)
{
    /// <summary>What stands before the verb, whatever its voice.</summary>
    public IReadOnlyList<SaidWord> Subject { get; init; } = [];

    public static IReadOnlyList<Deed> In(IReadOnlyList<SaidWord> words, IReadOnlySet<int> dateWords)
    {
        var deeds = new List<Deed>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Verbs.IsVerb(words, i))
            {
                deeds.Add(Of(words, i, dateWords, deeds));
            }
        }

        return deeds;
    }

    private static Deed Of(IReadOnlyList<SaidWord> words, int verb, IReadOnlySet<int> dateWords, List<Deed> earlier)
    {
        bool IsArgument(SaidWord word) => word.IsContent && !dateWords.Contains(word.Index) && !ClosedWords.IsAdverb(word.Lower) && !ClosedWords.IsLight(word.Lower)
            && !WrittenQuantities.IsNumber(word) && Units.Of(word.Lower) is null && (!Verbs.IsVerb(words, word.Index) || IsGerund(word));
        var clause = words.Where(word => word.Clause == words[verb].Clause).ToArray();
        var before = clause.TakeWhile(word => word.Index < verb && (!Verbs.IsVerb(words, word.Index) || IsGerund(word))).ToArray();
        var subject = SubjectOf(before, IsArgument);
        var (direct, by, others) = After(clause.Where(word => word.Index > verb).TakeWhile(word => !IsNext(words, word.Index)).ToArray(), IsArgument);
        var isByPronoun = subject.Length == 0 && before.Skip(1).Any(word => ClosedWords.IsPronoun(word.Lower));
        var antecedent = clause[0].Lower is "who" or "which" or "that" ? Antecedent(words, clause[0].Index) : [];
        if (subject.Length > 0 || isByPronoun)
        {
            direct = [.. direct, .. antecedent];
        }
        else
        {
            subject = antecedent.Length > 0 ? antecedent : earlier.Count > 0 && (ClosedWords.IsAnd(clause[0].Lower) || clause[0].Lower is "but" or "yet")
                ? [.. earlier[^1].Subject] : [];
        }

        // "Ordered the crew to leave", "voted to close": who does it may be either.
        var isOpen = words[Math.Max(verb - 1, 0)].Lower == "to" && clause.Any(word => word.Index < verb && Verbs.IsVerb(words, word.Index));
        return Verbs.IsPassive(words, verb) ? new Deed(words[verb], by, subject, [.. direct, .. others]) { Subject = subject }
            : isOpen ? new Deed(words[verb], [], direct, [.. by, .. others])
            : new Deed(words[verb], subject, direct, [.. by, .. others]) { Subject = subject };
    }

    private static bool IsGerund(SaidWord word) => word.Lower.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Whether another verb begins, with its auxiliaries.</summary>
    private static bool IsNext(IReadOnlyList<SaidWord> words, int i) => ClosedWords.IsAuxiliary(words[i].Lower) || (Verbs.IsVerb(words, i) && !IsGerund(words[i]));

    /// <summary>What stands before the verb, without what a preposition and a comma part from it.</summary>
    private static SaidWord[] SubjectOf(SaidWord[] before, Func<SaidWord, bool> isArgument)
    {
        var opens = before.Length > 0 && ClosedWords.IsPreposition(before[0].Lower);
        var comma = opens ? Array.FindLastIndex(before, word => word.Before.Contains(',', StringComparison.Ordinal)) : -1;
        if (opens && comma < 0)
        {
            // "At Volta it takes": the subject begins with what can only begin one.
            comma = Array.FindIndex(before, word => word.Index > before[0].Index + 1 && (ClosedWords.IsPronoun(word.Lower) || ClosedWords.IsDeterminer(word.Lower))
                && before[word.Index - before[0].Index - 1].IsContent);
        }

        return [.. before.Skip(Math.Max(comma, 0)).Where(isArgument)];
    }

    private static (SaidWord[] Direct, SaidWord[] By, SaidWord[] Others) After(SaidWord[] after, Func<SaidWord, bool> isArgument)
    {
        var (direct, by, others) = (new List<SaidWord>(), new List<SaidWord>(), new List<SaidWord>());
        var into = direct;
        foreach (var word in after)
        {
            into = word.Lower == "by" ? by : word.Lower == "of" ? into : ClosedWords.IsPreposition(word.Lower) ? others : into;
            if (isArgument(word))
            {
                into.Add(word);
            }
        }

        return ([.. direct], [.. by], [.. others]);
    }

    /// <summary>"…, who had founded it": the nouns right before the clause.</summary>
    private static SaidWord[] Antecedent(IReadOnlyList<SaidWord> words, int clause) =>
        [.. words.Take(clause).Reverse().TakeWhile(word => (word.IsContent && !Verbs.IsVerb(words, word.Index)) || word.Lower is "the" or "a" or "an" or "of")
            .Where(word => word.IsContent)];
}
