using BriefBot.Answers;

namespace BriefBot.Tuning;

/// <summary>What one typo in each answerable question costs: the same questions clean and mistyped, several times, by the same models.</summary>
internal sealed class TypoLoss(Asking asking, CrossValidation models)
{
    private static readonly double Threshold = new AnswersOptions().SureFrom;

    private static readonly (string Name, Func<IReadOnlyList<Measured>, double> Of)[] Measures =
    [
        ("best sentence right", all => Share(all, m => m.TopRight)),
        ("first of the reply right", all => Share(all, m => m.FirstRight)),
        ("reply right", all => Share(all, m => m.ReplyRight)),
        ("answered", all => Share(all, IsAnswered)),
        ("right of those", all => Share([.. all.Where(IsAnswered)], m => m.ReplyRight)),
    ];

    /// <param name="examples">The questions as they were asked, of one folder.</param>
    /// <param name="seed">The first draw's; each further draw's is one more.</param>
    /// <param name="draws">How many times other words are mistyped, from 1.</param>
    /// <param name="shown">How many of the slips that cost an answer are shown.</param>
    public async Task PrintAsync(IReadOnlyList<Example> examples, int seed, int draws, int shown)
    {
        var answerable = examples.Where(e => e.Question.Answerable).ToArray();
        var clean = models.Measure(answerable);
        var slips = new List<(Typo Typo, Measured Clean, Measured Typed)>();
        var figures = new List<double[]>();
        for (var draw = 0; draw < draws; draw++)
        {
            var typist = new Typist(new Random(seed + draw));
            var mistyped = answerable.Select(e => typist.Mistype(e.Question.Question)).ToArray();
            var typed = models.Measure(await asking.OfAllAsync(answerable.Select((e, i) => e.Question with { Question = mistyped[i]?.Question ?? e.Question.Question })));
            figures.Add([.. Measures.Select(measure => measure.Of(typed))]);
            slips.AddRange(Enumerable.Range(0, typed.Count).Where(i => mistyped[i] is not null).Select(i => (mistyped[i]!.Value.Typo, clean[i], typed[i])));
        }

        PrintDraws(clean, figures);
        PrintKinds(slips);
        PrintMissed(slips, shown);
    }

    private static void PrintDraws(IReadOnlyList<Measured> clean, List<double[]> figures)
    {
        for (var i = 0; i < Measures.Length; i++)
        {
            var before = Measures[i].Of(clean);
            var mean = figures.Average(figure => figure[i]);
            Console.WriteLine($"{Measures[i].Name}: clean {before:F2} %, typed {mean:F2} %, loss {before - mean:F2} "
                + $"({string.Join(", ", figures.Select(figure => $"{before - figure[i]:F2}"))})");
        }
    }

    private static void PrintKinds(List<(Typo Typo, Measured Clean, Measured Typed)> slips)
    {
        foreach (var kind in slips.GroupBy(slip => slip.Typo.Kind).OrderBy(kind => kind.Key))
        {
            var read = kind.CountBy(slip => Read(slip.Typo, slip.Clean, slip.Typed)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}");
            Console.WriteLine($"  {kind.Key} ({kind.Count()}): {string.Join(", ", read)}; best sentence lost "
                + $"{kind.Count(slip => IsLost(slip.Clean, slip.Typed))}, won {kind.Count(slip => IsLost(slip.Typed, slip.Clean))}");
        }
    }

    private static void PrintMissed(List<(Typo Typo, Measured Clean, Measured Typed)> slips, int shown)
    {
        foreach (var (typo, clean, typed) in slips.Where(slip => IsLost(slip.Clean, slip.Typed)).Take(shown))
        {
            Console.WriteLine($"  {typo.Word} → {typo.Typed}: {Read(typo, clean, typed)} {Found(typed, typo.Typed)?.Asked.Word} | {typed.Example.Question.Question}");
        }
    }

    /// <summary>How the mistyped word was read.</summary>
    private static string Read(Typo typo, Measured clean, Measured typed) => Found(typed, typo.Typed) switch
    {
        null => "as a word that carries nothing",
        var found when Found(clean, typo.Word)?.Term == found.Term => "right",
        { Asked.Typed: not null } => "wrong",
        { DocumentFrequency: > 0 } => "as a word of the folder",
        _ => "not at all",
    };

    private static Retrieval.FoundTerm? Found(Measured measured, string word) =>
        measured.Example.Found.Match.Terms.FirstOrDefault(term => (term.Asked.Typed ?? term.Asked.Word) == word);

    private static bool IsLost(Measured before, Measured after) => before.TopRight && !after.TopRight;

    private static bool IsAnswered(Measured measured) => measured.Confidence >= Threshold;

    private static double Share(IReadOnlyList<Measured> all, Func<Measured, bool> counts) => 100.0 * all.Count(counts) / Math.Max(all.Count, 1);
}
