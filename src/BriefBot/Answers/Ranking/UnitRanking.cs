namespace BriefBot.Answers.Ranking;

/// <summary>Ranks units by a weighted sum of their features.</summary>
internal sealed class UnitRanking(RankingModel model)
{
    private readonly double[] _weights = Weights(model);
    private readonly double[] _semantic = Weights(model.Semantic ?? model);

    /// <summary>Returns the units, best first; ties are ordered by the path of the article, independent of the listing.</summary>
    public IReadOnlyList<ScoredUnit> Rank(RetrievalResult found)
    {
        var weights = found.IsSemantic ? _semantic : _weights;
        return
        [
            .. found
                .Candidates.Select(candidate => new ScoredUnit(candidate, Score(candidate.Features, weights)))
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.Candidate.Source.Passage.Path, StringComparer.Ordinal)
                .ThenBy(scored => scored.Candidate.Source.Passage.Ordinal)
                .ThenBy(scored => scored.Candidate.Unit.First),
        ];
    }

    private static double[] Weights(RankingModel model) =>
        [.. Enum.GetValues<RankingFeature>().Select(feature => model.Unit.GetValueOrDefault(feature))];

    private static double Score(FeatureVector<RankingFeature> features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += features.Values[i] * weights[i];
        }

        return sum;
    }
}

/// <summary>A candidate and its score: greater is better, comparable within one question only.</summary>
internal sealed record ScoredUnit(Candidate Candidate, double Score);
