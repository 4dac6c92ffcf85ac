namespace BriefBot.Answers.Support;

/// <summary>A verb with who does it and to whom, as far as the order of words and the voice say so.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Agents">Whoever does it; none where nobody is named.</param>
/// <param name="Patients">To whom or what it is done, without what follows a preposition.</param>
/// <param name="Others">What follows a preposition.</param>
/// <param name="IsByPronoun">Whether a pronoun stands for who does it.</param>
internal sealed record Deed(SaidWord Verb, IReadOnlyList<SaidWord> Agents, IReadOnlyList<SaidWord> Patients, IReadOnlyList<SaidWord> Others, bool IsByPronoun)
{
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

    private static Deed Of(IReadOnlyList<SaidWord> words, int verb, IReadOnlySet<int> dateWords, IReadOnlyList<Deed> earlier)
    {
        var clause = words.Where(word => word.Clause == words[verb].Clause).ToArray();
        bool IsArgument(SaidWord word) =>
            word.IsContent && !dateWords.Contains(word.Index) && !ClosedWords.IsAdverb(word.Lower) && (word.Index == verb || !Verbs.IsVerb(words, word.Index));
        var before = clause.Where(word => word.Index < verb).ToArray();
        var subject = Subject(before, IsArgument);
        var (direct, by, others) = After(clause.Where(word => word.Index > verb).ToArray(), IsArgument);
        var isByPronoun = before.Any(word => ClosedWords.IsPronoun(word.Lower)) && subject.Length == 0;
        if (subject.Length == 0)
        {
            subject = Before(words, clause, earlier);
        }

        return Verbs.IsPassive(words, verb)
            ? new Deed(words[verb], by, subject, [.. direct, .. others], false)
            : new Deed(words[verb], subject, direct, [.. by, .. others], isByPronoun);
    }

    /// <summary>What stands before the verb, without what a preposition and a comma part from it.</summary>
    private static SaidWord[] Subject(SaidWord[] before, Func<SaidWord, bool> isArgument)
    {
        var opens = before.Length > 0 && ClosedWords.IsPreposition(before[0].Lower);
        var comma = opens ? Array.FindLastIndex(before, word => word.Before.Contains(',', StringComparison.Ordinal)) : -1;
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

    /// <summary>"…, who had founded it": what stands before the clause; "and moved the work": who did the last deed.</summary>
    private static SaidWord[] Before(IReadOnlyList<SaidWord> words, SaidWord[] clause, IReadOnlyList<Deed> earlier)
    {
        if (clause[0].Lower is "who" or "which" or "that")
        {
            return [.. words.Take(clause[0].Index).Reverse().TakeWhile(word => word.IsContent || ClosedWords.IsDeterminer(word.Lower)).Where(word => word.IsContent)];
        }

        return ClosedWords.IsAnd(clause[0].Lower) || clause[0].Lower is "but" or "yet" ? [.. earlier.Count > 0 ? earlier[^1].Agents : []] : [];
    }
}
