namespace BriefBot.Tuning;

/// <summary>Measures every example with a model that was trained on other articles only.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;

    private readonly Dictionary<string, Answering> _byArticle = new(StringComparer.Ordinal);

    /// <summary>Trains one model for each fold of the articles.</summary>
    public CrossValidation(IReadOnlyList<Wording> wordings)
    {
        var asked = wordings.SelectMany(wording => wording.All.Concat(wording.Each)).ToArray();
        var articles = asked.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            bool Trained(Example example) => !held.Contains(example.Article);
            var answering = new Answering(Training.Learn([.. asked.Where(Trained)]));
            foreach (var article in held)
            {
                _byArticle[article] = answering;
            }
        }
    }

    /// <summary>What the models make of examples whose articles they do not know.</summary>
    public IReadOnlyList<Measured> Measure(IEnumerable<Example> examples) => [.. examples.Select(e => Measured.Of(e, _byArticle[e.Article]))];
}
