namespace BriefBot.Answers.Ranking;

/// <summary>What the ranking knows of a sentence: a number for each <see cref="Feature"/>, 0 where none was set.</summary>
internal sealed class FeatureValues
{
    /// <summary>In the order of <see cref="Feature"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<Feature>().Length];

    public double this[Feature feature]
    {
        get => Values[(int)feature];
        set => Values[(int)feature] = value;
    }
}
