namespace BriefBot.Answers.Support;

/// <summary>A word that denies, and the words that it denies.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Denied">The words.</param>
internal sealed record Denial(int Clause, IReadOnlyList<SaidWord> Denied)
{
    public static IReadOnlyList<Denial> In(IReadOnlyList<SaidWord> words) =>
        [.. words.Where(word => ClosedWords.Negates(word.Lower) && !Bounds(words, word.Index)).Select(word => Of(words, word)).Where(denial => denial.Denied.Count > 0)];

    private static Denial Of(IReadOnlyList<SaidWord> words, SaidWord cue)
    {
        var isOfAll = cue.Lower is "nothing" or "none" or "nobody";
        return new Denial(cue.Clause, [.. words.Where(word => word.IsContent && word.Clause == cue.Clause && (isOfAll || word.Index > cue.Index))]);
    }

    /// <summary>"No more than", "not only", "must not … for more than" bound and do not deny.</summary>
    private static bool Bounds(IReadOnlyList<SaidWord> words, int cue)
    {
        if (cue + 1 < words.Count && words[cue + 1].Lower is "only" or "just")
        {
            return true;
        }

        for (var i = cue + 1; i + 1 < words.Count && words[i].Clause == words[cue].Clause; i++)
        {
            if (words[i + 1].Lower == "than" && i + 2 < words.Count && (words[i + 2].IsFigure || i == cue + 1))
            {
                return true;
            }
        }

        return false;
    }
}
