namespace BriefBot.Answers.Ranking;

/// <summary>What tells that something in a reply is what was asked for: a number for each <see cref="MarkSign"/>, 0 where none was set.</summary>
internal sealed class MarkSignValues
{
    /// <summary>In the order of <see cref="MarkSign"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<MarkSign>().Length];

    public double this[MarkSign sign]
    {
        get => Values[(int)sign];
        set => Values[(int)sign] = value;
    }
}
