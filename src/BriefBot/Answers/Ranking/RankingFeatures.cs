namespace BriefBot.Answers.Ranking;

/// <summary>The features of a unit: a number for each <see cref="RankingFeature"/>, 0 where none was set.</summary>
internal sealed class RankingFeatures
{
    /// <summary>In the order of <see cref="RankingFeature"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<RankingFeature>().Length];

    public double this[RankingFeature feature]
    {
        get => Values[(int)feature];
        set => Values[(int)feature] = value;
    }
}
