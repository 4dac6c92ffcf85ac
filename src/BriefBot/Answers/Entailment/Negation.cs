namespace BriefBot.Answers.Entailment;

/// <summary>A word that denies, and the words that it denies.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Denied">The words.</param>
internal sealed record Negation(int Clause, IReadOnlyList<AnnotatedToken> Denied)
{
    public static IReadOnlyList<Negation> Parse(IReadOnlyList<AnnotatedToken> words) =>
        [
            .. words
                .Where(word => (ClosedWords.Negates(word.Lower) || ClosedWords.Lessens(word.Lower)) && !Bounds(words, word.Index))
                .Select(word => Of(words, word))
                .Where(denial => denial.Denied.Count > 0),
        ];

    /// <summary>Returns the negating words, without "no" before a statement, "no matter" and quoted words.</summary>
    public static IEnumerable<AnnotatedToken> Cues(IReadOnlyList<AnnotatedToken> words) =>
        words.Where(word =>
            ClosedWords.Negates(word.Lower)
            && !Bounds(words, word.Index)
            && !(word is { Index: 0, Lower: "no" } && words.Count > 1 && words[1].Before.AsSpan().ContainsAny(',', '.', ':'))
            && !(word.Lower == "no" && word.Index + 1 < words.Count && words[word.Index + 1].Lower is "matter" or "doubt")
            && words.Take(word.Index + 1).Sum(before => before.Before.Count(mark => mark is '“' or '”' or '"')) % 2 == 0
        );

    private static Negation Of(IReadOnlyList<AnnotatedToken> words, AnnotatedToken cue)
    {
        var clause = words.Where(word => word.Clause == cue.Clause).ToArray();
        var after = clause.Where(word => word.Index > cue.Index).ToArray();
        IEnumerable<AnnotatedToken> denied =
            ClosedWords.Lessens(cue.Lower) ? after.Where(word => word.IsContent).Take(1)
            : cue.Lower is not ("nothing" or "none" or "nobody") ? after
            : Verbs.NextAfter(words, cue.Index) is { } verb
                ? after.TakeWhile(word => word.Index <= verb || !ClosedWords.IsAuxiliary(word.Lower))
            : clause.Where(word => Verbs.IsVerb(words, word.Index));
        AnnotatedToken[] content = [.. denied.Where(word => word.IsContent)];
        // "They did not" denies the preceding words.
        return new Negation(
            cue.Clause,
            content.Length > 0
                ? content
                : [.. words.Where(word => word.IsContent && word.Clause >= cue.Clause - 1 && word.Clause <= cue.Clause)]
        );
    }

    /// <summary>"No more than", "not only", "must not … for more than" bound and do not deny.</summary>
    private static bool Bounds(IReadOnlyList<AnnotatedToken> words, int cue)
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
            var number =
                words[i + 1].Lower == "than" || words[i].Lower is "exceed" or "exceeds"
                    ? i + (words[i + 1].Lower == "than" ? 2 : 1)
                    : words.Count;
            number += number < words.Count && Units.StandsBefore(words[number].Lower) ? 1 : 0;
            if (
                number < words.Count
                && (
                    QuantityReader.IsNumber(words[number])
                    || (
                        words[number].Lower is "a" or "an" or "one"
                        && number + 1 < words.Count
                        && Units.Find(words[number + 1].Lower) is not null
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
