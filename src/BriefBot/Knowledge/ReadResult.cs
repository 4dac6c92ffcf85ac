using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>The result of reading a file: read, or failed with a reason. A closed hierarchy.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>The file was read.</summary>
    /// <param name="Article">The article.</param>
    public sealed record Read(Article Article) : ReadResult;

    /// <summary>The file could not be read.</summary>
    /// <param name="Problem">The problem, its location and its remedy.</param>
    public sealed record Failed(Problem Problem) : ReadResult
    {
        /// <summary>Indicates whether the same file may well be read another time.</summary>
        public bool MayPass { get; init; }

        /// <summary>Indicates whether the file itself says that it is not to be read, as a draft does: nothing is kept of it.</summary>
        public bool IsLeftOut { get; init; }
    }
}
