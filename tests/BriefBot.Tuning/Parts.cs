namespace BriefBot.Tuning;

/// <summary>What each part of what is learned and of what is known brings, measured on articles that were not trained on.</summary>
internal static class Parts
{
    /// <param name="trained">The wordings to learn from.</param>
    /// <param name="measured">Those that are measured only.</param>
    public static void Print(IReadOnlyList<Wording> trained, IReadOnlyList<Wording> measured)
    {
        IReadOnlyList<Wording> plain = [.. trained.Select(wording => wording.WithoutSimilarity())];
        IReadOnlyList<Wording> plainMeasured = [.. measured.Select(wording => wording.WithoutSimilarity())];
        Print("the first wording alone, words only", plain.Take(1), plain, plainMeasured);
        Print("all wordings, words only", plain, plain, plainMeasured);
        Print("all wordings, with similarity", trained, trained, measured);
    }

    private static void Print(string part, IEnumerable<Wording> learnt, IEnumerable<Wording> trained, IEnumerable<Wording> measured)
    {
        var models = new CrossValidation([.. learnt]);
        Console.WriteLine(part);
        foreach (var wording in trained.Concat(measured))
        {
            Console.WriteLine($"  {wording.Name}: {Report.Line(models.Measure(wording.All))}");
        }
    }
}
