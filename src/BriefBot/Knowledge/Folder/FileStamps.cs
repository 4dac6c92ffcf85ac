namespace BriefBot.Knowledge.Folder;

/// <summary>Caches the hashes of files by path, length and time of writing, so that unchanged files need not be read.</summary>
internal sealed class FileStamps(TimeProvider time)
{
    /// <summary>
    /// One that was written so shortly before it was read may have been written again in the same tick of the file system's clock
    /// (FAT has the coarsest, two seconds).
    /// </summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, (string FullPath, long Length, DateTime Written, string Hash)> _stamps = new(
        StringComparer.Ordinal
    );

    /// <summary>The hash of the file's bytes, or null where the file has to be read to know it.</summary>
    public string? HashOf(FolderFile file) =>
        _stamps.TryGetValue(file.Path, out var stamp)
        && file.Stamp is { } now
        && (stamp.FullPath, stamp.Length, stamp.Written) == (file.FullPath, now.Length, now.Written)
            ? stamp.Hash
            : null;

    /// <summary>Reads the file by <paramref name="read"/> and keeps its hash.</summary>
    public FileContent Read(FolderFile file, Func<FolderFile, FileContent> read)
    {
        _stamps.Remove(file.Path);
        var before = Look(new FileInfo(file.FullPath));
        var content = read(file);
        if (
            content.Problem is null
            && before is { } stamp
            && stamp.Length == content.Bytes.Length
            && time.GetUtcNow() - stamp.Written > Settled
        )
        {
            _stamps[file.Path] = (file.FullPath, stamp.Length, stamp.Written, content.Hash);
        }

        return content;
    }

    /// <summary>Returns the length and the time of writing; null where they can't be read.</summary>
    public static (long Length, DateTime Written)? Look(FileInfo file)
    {
        try
        {
            return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
