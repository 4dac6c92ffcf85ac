namespace BriefBot.Answers.Support;

/// <summary>A word that denies, and the words that it denies.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Denied">The words.</param>
internal sealed record Denial(int Clause, IReadOnlyList<SaidWord> Denied)
{
    public static IReadOnlyList<Denial> In(IReadOnlyList<SaidWord> words) =>
        [.. words.Where(word => (ClosedWords.Negates(word.Lower) || ClosedWords.Lessens(word.Lower)) && !Bounds(words, word.Index)).Select(word => Of(words, word))
            .Where(denial => denial.Denied.Count > 0)];

    private static Denial Of(IReadOnlyList<SaidWord> words, SaidWord cue)
    {
        var clause = words.Where(word => word.Clause == cue.Clause).ToArray();
        var after = clause.Where(word => word.Index > cue.Index).ToArray();
        IEnumerable<SaidWord> denied =
            ClosedWords.Lessens(cue.Lower) ? after.Where(word => word.IsContent).Take(1)
            : cue.Lower is not ("nothing" or "none" or "nobody") ? after
            : Verbs.NextAfter(words, cue.Index) is { } verb ? after.TakeWhile(word => word.Index <= verb || !ClosedWords.IsAuxiliary(word.Lower))
            : clause.Where(word => Verbs.IsVerb(words, word.Index));
        SaidWord[] content = [.. denied.Where(word => word.IsContent)];
        // "They did not": what was said before.
        return new Denial(cue.Clause, content.Length > 0 ? content : [.. words.Where(word => word.IsContent && word.Clause >= cue.Clause - 1 && word.Clause <= cue.Clause)]);
    }

    /// <summary>"No more than", "not only", "must not … for more than" bound and do not deny.</summary>
    private static bool Bounds(IReadOnlyList<SaidWord> words, int cue)
    {
        if (cue + 1 < words.Count && words[cue + 1].Lower is "only" or "just" or "less" or "fewer")
        {
            return true;
        }

        if (ClosedWords.Lessens(words[cue].Lower))
        {
            return cue + 1 >= words.Count || words[cue + 1].Lower == "than" || (cue > 0 && words[cue - 1].Lower == "at");
        }

        for (var i = cue + 1; i + 1 < words.Count && words[i].Clause == words[cue].Clause; i++)
        {
            if (words[i + 1].Lower == "than" && i + 2 < words.Count && WrittenQuantities.IsNumber(words[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
