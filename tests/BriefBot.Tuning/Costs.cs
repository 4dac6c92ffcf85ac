namespace BriefBot.Tuning;

/// <summary>
/// What it costs to answer from a confidence on, for every confidence in steps of 0.05: of what can be answered the share that is rightly answered, of what is answered of it
/// the share that is right, and of each kind that can't be answered the share that is. What is said as sure is a line; what is said as perhaps is one line less another.
/// </summary>
internal static class Costs
{
    private const double Step = 0.05;
    private const double Last = 0.80;

    /// <param name="trained">The wordings to learn from.</param>
    /// <param name="measured">Those that are measured only.</param>
    public static void Print(IReadOnlyList<Wording> trained, IReadOnlyList<Wording> measured)
    {
        Print("words only", [.. trained.Select(wording => wording.WithoutSimilarity())], [.. measured.Select(wording => wording.WithoutSimilarity())]);
        Print("with similarity", [.. trained], measured);
    }

    private static void Print(string part, Wording[] trained, IReadOnlyList<Wording> measured)
    {
        var models = new CrossValidation(trained);
        foreach (var wording in trained.Concat(measured))
        {
            Print($"{wording.Name}, the whole folder, {part}", models.Measure(wording.All));
        }

        foreach (var wording in trained)
        {
            Print($"{wording.Name}, each article alone, {part}", models.Measure(wording.Each));
        }
    }

    private static void Print(string name, IReadOnlyList<Measured> measured)
    {
        var answerable = measured.Where(m => m.Example.Question.Answerable).ToArray();
        Console.WriteLine($"{name}: {answerable.Length} answerable, {measured.Count - answerable.Length} not");
        var kinds = measured.Where(m => !m.Example.Question.Answerable).GroupBy(m => m.Example.Question.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToArray();
        Console.WriteLine("  from   rightly   of those right   right up to the next   " + string.Join("   ", kinds.Select(kind => kind.Key)));
        for (var from = Step; from < Last; from += Step)
        {
            var answered = answerable.Where(m => m.Confidence >= from).ToArray();
            var band = answered.Where(m => m.Confidence < from + Step).ToArray();
            Console.WriteLine(
                $"  {from:F2}   {Share(answerable, m => m.ReplyRight && m.Confidence >= from)}   {Share(answered, m => m.ReplyRight)}   {Share(band, m => m.ReplyRight)}   "
                + string.Join("   ", kinds.Select(kind => Share([.. kind], m => m.Confidence >= from))));
        }
    }

    private static string Share(Measured[] all, Func<Measured, bool> counts) => $"{100.0 * all.Count(counts) / Math.Max(all.Length, 1),5:F1} %";
}
