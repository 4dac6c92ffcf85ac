namespace BriefBot.Answers.Entailment;

/// <summary>Finds the verbs of a statement, by the table and the words around them, and their agents and patients.</summary>
internal static class Verbs
{
    /// <summary>Maximum number of words between an auxiliary and its participle.</summary>
    private const int AuxiliaryReach = 4;

    public static bool IsVerb(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var word = words[i];
        if (word.IsName || word.IsFigure || ClosedWords.Contains(word.Lower) || Units.Find(word.Lower) is not null)
        {
            return false;
        }

        while (i > 1 && ClosedWords.IsAdverb(words[i - 1].Lower) && words[i].Before.Length == 0)
        {
            // "Then names", "later painted".
            words = [.. words.Take(i - 1), .. words.Skip(i)];
            i--;
        }

        var isBeside = i > 0 && words[i].Before.Length == 0;
        var before = isBeside ? words[i - 1].Lower : "";
        if (
            before != "to"
            && (
                (isBeside && QuantityReader.IsNumber(words[i - 1])) || IsPossessiveOrDeterminer(before) || ClosedWords.IsPreposition(before)
            )
        )
        {
            return false;
        }

        return before == "to"
            || (ClosedWords.IsAuxiliary(before) && IsForm(word))
            || (ClosedWords.IsPronoun(before) && IsForm(word))
            || VerbWords.AreMostly(word.Term)
            || IsPast(word)
            || IsBetween(words, i);
    }

    /// <summary>Returns whether the words before the verb are its patients.</summary>
    public static bool IsPassive(IReadOnlyList<AnnotatedToken> words, int verb)
    {
        if (!IsParticiple(words[verb]))
        {
            return false;
        }

        if (
            verb + 2 < words.Count
            && words[verb + 1].Lower == "by"
            && words[verb + 2].IsContent
            && !words[verb + 2].Lower.EndsWith("ing", StringComparison.Ordinal)
        )
        {
            return true;
        }

        for (var i = verb - 1; i >= 0 && i >= verb - AuxiliaryReach && words[i].Clause == words[verb].Clause; i--)
        {
            if (ClosedWords.IsBeing(words[i].Lower))
            {
                return true;
            }

            if (!ClosedWords.IsAdverb(words[i].Lower) && !ClosedWords.Negates(words[i].Lower) && !ClosedWords.IsAuxiliary(words[i].Lower))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The first verb after a place with only auxiliaries and adverbs between, or null.</summary>
    public static int? NextAfter(IReadOnlyList<AnnotatedToken> words, int place)
    {
        for (var i = place + 1; i < words.Count && words[i].Clause == words[place].Clause; i++)
        {
            if (IsVerb(words, i))
            {
                return i;
            }

            if (words[i].IsContent && !ClosedWords.IsAdverb(words[i].Lower))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Returns whether a possible verb is one, being between a noun and the start of an object.</summary>
    private static bool IsBetween(IReadOnlyList<AnnotatedToken> words, int i) =>
        VerbWords.Are(words[i].Term)
        && i > 0
        && i + 1 < words.Count
        && words[i].Before.Length == 0
        && words[i + 1].Before.Length == 0
        && words[i - 1].IsContent
        && !ClosedWords.IsAdverb(words[i - 1].Lower)
        && !(words[i - 1].IsName && words[i].IsName)
        && (
            ClosedWords.IsDeterminer(words[i + 1].Lower)
            || ClosedWords.IsAdverb(words[i + 1].Lower)
            || ClosedWords.IsPronoun(words[i + 1].Lower)
            || ClosedWords.IsPreposition(words[i + 1].Lower)
            || ClosedWords.BeginsClause(words[i + 1].Lower)
            || words[i + 1].IsName
            || words[i + 1].IsFigure
        )
        && words[i].Lower.EndsWith('s') != words[i - 1].Lower.EndsWith('s');

    private static bool IsPossessiveOrDeterminer(string word) =>
        word.Length > 0 && ClosedWords.IsDeterminer(word) && !(ClosedWords.IsPronoun(word) && word is "which" or "that");

    private static bool IsForm(AnnotatedToken word) =>
        VerbWords.Are(word.Term) || IsPast(word) || word.Lower != word.Term || Retrieval.RelatedWords.Knows(word.Term);

    private static bool IsPast(AnnotatedToken word) => word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>"Taken", "built": another form than the stem, and not one of the present.</summary>
    private static bool IsParticiple(AnnotatedToken word) =>
        word.Lower.EndsWith("ed", StringComparison.Ordinal)
        || (
            !word.Lower.EndsWith('s')
            && !word.Lower.EndsWith("ing", StringComparison.Ordinal)
            && (word.Lower.EndsWith('n') || word.Lower.EndsWith('t') || word.Lower != word.Term)
        );
}
