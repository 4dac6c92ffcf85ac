namespace BriefBot.Answers.Ranking;

/// <summary>What tells whether the best sentences answer: a number for each <see cref="Sign"/>, 0 where none was set.</summary>
internal sealed class SignValues
{
    /// <summary>In the order of <see cref="Sign"/>.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<Sign>().Length];

    public double this[Sign sign]
    {
        get => Values[(int)sign];
        set => Values[(int)sign] = value;
    }
}
