namespace BriefBot.Answers.Ranking;

/// <summary>What tells that something in a reply is what was asked for: a number for each <see cref="HighlightFeature"/>, 0 where none was set.</summary>
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
