namespace BriefBot.Answers.Ranking;

/// <summary>The features of the confidence: a number for each <see cref="ConfidenceFeature"/>, 0 where none was set.</summary>
internal sealed class ConfidenceFeatures
{
    /// <summary>In the order of <see cref="ConfidenceFeature"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<ConfidenceFeature>().Length];

    public double this[ConfidenceFeature sign]
    {
        get => Values[(int)sign];
        set => Values[(int)sign] = value;
    }
}
