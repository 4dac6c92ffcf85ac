namespace BriefBot.Knowledge;

/// <summary>Reads the files of one format.</summary>
public interface IArticleReader
{
    /// <summary>The endings of the names it reads, in lower case, with the dot.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>
    /// Reads a file's bytes. Whatever they hold, the answer is a value: a file that can't be read is
    /// <see cref="ReadResult.Failed"/> with its reason. Safe for concurrent use.
    /// </summary>
    /// <param name="path">The path below the knowledge folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    ReadResult Read(string path, ReadOnlyMemory<byte> content);

    /// <summary>
    /// The same within <paramref name="limit"/>, by a reader that can be stopped: what takes longer is a failure that
    /// <see cref="ReadResult.Failed.MayPass"/>. Another takes the time it needs.
    /// </summary>
    /// <param name="path">The path below the knowledge folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="limit">How long it may take.</param>
    ReadResult Read(string path, ReadOnlyMemory<byte> content, TimeSpan limit) => Read(path, content);
}
