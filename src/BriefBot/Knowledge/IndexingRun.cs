using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Reads files of the folder into the store, committing as it goes.</summary>
/// <param name="folder">The folder.</param>
/// <param name="kept">The stored files.</param>
/// <param name="store">The store.</param>
/// <param name="reading">Collects the state of each file.</param>
/// <param name="stamps">Their hashes as they were last read.</param>
/// <param name="show">Called after each commit.</param>
/// <param name="time">The clock.</param>
internal sealed class IndexingRun(
    KnowledgeFolder folder, StoredFiles kept, IPassageStore store, IndexingState reading, FileStamps stamps, Action<IndexingState> show, TimeProvider time)
{
    /// <summary>Time after which files that were read are committed,</summary>
    private static readonly TimeSpan CommitAfter = TimeSpan.FromSeconds(0.5);

    /// <summary>or when it is this many bytes: it is held in memory until then.</summary>
    private const long CommitAfterBytes = 8_000_000;

    /// <summary>Size in bytes from which a file counts as large.</summary>
    private const long LargeFileBytes = 32_000_000;

    /// <summary>Indicates whether a large file was read: its memory is worth giving back to the system.</summary>
    public bool HasReadLargeFile { get; private set; }

    /// <summary>Records the files of the folder, and those that can't be read whatever they hold.</summary>
    /// <param name="listing">The content of the folder.</param>
    /// <param name="formats">The endings of the formats that are read.</param>
    public void Begin(FolderListing listing, string formats)
    {
        foreach (var problem in listing.Problems)
        {
            reading.AddRefused(problem);
        }

        reading.AddNotRead(listing.NotRead, formats);
        reading.Expect(listing.Files);
        foreach (var unreadable in listing.Unreadable)
        {
            reading.AddUnreadable(unreadable);
        }
    }

    /// <summary>Reads new and changed files and commits them. Returns the files that exceeded the limit.</summary>
    /// <param name="files">In the order in which they are read.</param>
    /// <param name="removed">Paths that have left the folder, removed with the first commit.</param>
    /// <param name="limit">Maximum time to read a file before it is put off; null for no limit.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public IReadOnlyList<FolderFile> Read(IEnumerable<FolderFile> files, IReadOnlyCollection<string> removed, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var slow = new List<FolderFile>();
        var (since, length) = (time.GetTimestamp(), 0L);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = file.Refused is null ? stamps.HashOf(file) : null;
            var bytes = known is not null ? ([], known, null) : stamps.Read(file, folder.Read);
            var isDone = true;
            if (reading.IsToBeRead(file, bytes) && reading.NotStored is null)
            {
                bytes = known is not null ? stamps.Read(file, folder.Read) : bytes;
                length += bytes.Content.Length;
                HasReadLargeFile |= bytes.Content.Length >= LargeFileBytes;
                isDone = reading.Read(file, bytes, limit);
            }

            if (isDone)
            {
                reading.Done();
            }
            else
            {
                slow.Add(file);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (length >= CommitAfterBytes || time.GetElapsedTime(since) >= CommitAfter)
            {
                Commit(removed);
                (since, length, removed) = (time.GetTimestamp(), 0, []);
            }
        }

        Commit(removed);
        show(reading);
        return slow;
    }

    private void Commit(IReadOnlyCollection<string> removed)
    {
        if (reading.NotStored is not null || reading.Changed.Count + removed.Count + reading.NewlyFailed.Count == 0)
        {
            return;
        }

        try
        {
            kept.Apply(reading.Changed, removed, reading.NewlyFailed);
            BotMetrics.Read(reading.Changed.Count);
            reading.Take();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && kept.Articles.Count > 0 && !store.Damage.IsCompleted)
        {
            // The disk is full: stored articles go on answering, and later changes are still noticed.
            reading.GiveUp(e.Message, removed);
        }

        show(reading);
    }
}
