using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>What became of one file: read, or not, and why. A closed set.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Article">What it holds.</param>
    public sealed record Read(Article Article) : ReadResult;

    /// <summary>The file could not be read.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Failed(Problem Problem) : ReadResult
    {
        /// <summary>Whether the same file may well be read another time.</summary>
        public bool MayPass { get; init; }

        /// <summary>Whether the file itself says that it is not to be read, as a draft does: nothing is kept of it.</summary>
        public bool IsLeftOut { get; init; }
    }
}
