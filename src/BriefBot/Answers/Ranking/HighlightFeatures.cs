namespace BriefBot.Answers.Ranking;

/// <summary>The features of a highlight: a number for each <see cref="HighlightFeature"/>, 0 where none was set.</summary>
internal sealed class HighlightFeatures
{
    /// <summary>In the order of <see cref="HighlightFeature"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<HighlightFeature>().Length];

    public double this[HighlightFeature sign]
    {
        get => Values[(int)sign];
        set => Values[(int)sign] = value;
    }
}
