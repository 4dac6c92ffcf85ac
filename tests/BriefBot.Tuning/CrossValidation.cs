namespace BriefBot.Tuning;

/// <summary>Measures every example with a model that was trained on other articles only.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    public static (IReadOnlyList<Measured> All, IReadOnlyList<Measured> Each) Measure(IReadOnlyList<Example> all, IReadOnlyList<Example> each, IReadOnlyList<Example> reworded)
    {
        var articles = all.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToArray();
        var (ofAll, ofEach) = (new List<Measured>(), new List<Measured>());
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            bool Trained(Example example) => !held.Contains(example.Article);
            var answering = new Answering(Training.Learn([.. all.Concat(each).Where(Trained)], [.. reworded.Where(Trained)]));
            ofAll.AddRange(all.Where(e => held.Contains(e.Article)).Select(e => Measured.Of(e, answering)));
            ofEach.AddRange(each.Where(e => held.Contains(e.Article)).Select(e => Measured.Of(e, answering)));
        }

        return (ofAll, ofEach);
    }
}
