namespace BriefBot.Knowledge;

/// <summary>What became of one file: read, or not, and why. A closed set.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Article">What it holds.</param>
    /// <param name="Warnings">What the editor should know all the same; each names its line where it has one.</param>
    public sealed record Read(Article Article, IReadOnlyList<Problem> Warnings) : ReadResult;

    /// <summary>The file could not be read.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Failed(Problem Problem) : ReadResult;
}
