namespace BriefBot.Knowledge;

/// <summary>Reads the files of one format.</summary>
public interface IArticleReader
{
    /// <summary>The endings of the names it reads, in lower case, with the dot.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>
    /// Reads a file's bytes. Returns a value whatever they hold: a file that can't be read is <see cref="ReadResult.Failed"/> with its
    /// reason. Safe for concurrent use.
    /// </summary>
    /// <param name="path">The path below the knowledge folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    ReadResult Read(string path, ReadOnlyMemory<byte> content);

    /// <summary>
    /// Reads a file within <paramref name="limit"/> if the reader can be stopped: exceeding it is a failure that
    /// <see cref="ReadResult.Failed.MayPass"/>. Other readers ignore the limit.
    /// </summary>
    /// <param name="path">The path below the knowledge folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="limit">Maximum time.</param>
    ReadResult Read(string path, ReadOnlyMemory<byte> content, TimeSpan limit) => Read(path, content);
}
