namespace BriefBot.Tuning;

/// <summary>Measures every example with a model that was trained on other articles only.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;

    private readonly Dictionary<string, Answering> _byArticle = new(StringComparer.Ordinal);

    /// <summary>Trains one model for each fold of the articles.</summary>
    public CrossValidation(IReadOnlyList<Example> all, IReadOnlyList<Example> each, IReadOnlyList<Example> reworded)
    {
        var articles = all.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            bool Trained(Example example) => !held.Contains(example.Article);
            var answering = new Answering(Training.Learn([.. all.Concat(each).Where(Trained)], [.. reworded.Where(Trained)]));
            foreach (var article in held)
            {
                _byArticle[article] = answering;
            }
        }
    }

    /// <summary>What the models make of examples whose articles they do not know.</summary>
    public IReadOnlyList<Measured> Measure(IEnumerable<Example> examples) => [.. examples.Select(e => Measured.Of(e, _byArticle[e.Article]))];
}
