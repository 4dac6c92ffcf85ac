namespace BriefBot.Answers.Ranking;

/// <summary>Ranks sentences by a weighted sum of their features.</summary>
internal sealed class SentenceRanking(RankingModel model)
{
    private readonly double[] _weights = [.. Enum.GetValues<Feature>().Select(feature => model.Sentence.GetValueOrDefault(feature))];

    /// <summary>Best first; of equals the one found first.</summary>
    public IReadOnlyList<ScoredSentence> Rank(IReadOnlyList<Candidate> candidates) =>
        [.. candidates.Select(candidate => new ScoredSentence(candidate, Score(candidate.Features))).OrderByDescending(scored => scored.Score)];

    private double Score(FeatureValues features)
    {
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            sum += features.Values[i] * _weights[i];
        }

        return sum;
    }
}
