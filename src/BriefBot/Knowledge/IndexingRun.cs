using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Reads files of the folder into the store, committing as it goes.</summary>
/// <param name="folder">Where they stand.</param>
/// <param name="kept">What the store keeps of them.</param>
/// <param name="store">The store.</param>
/// <param name="reading">Gathers what becomes of them.</param>
/// <param name="stamps">Their hashes as they were last read.</param>
/// <param name="show">Told after each commit.</param>
/// <param name="time">The clock.</param>
internal sealed class IndexingRun(
    KnowledgeFolder folder, StoredFiles kept, IPassageStore store, IndexingState reading, FileStamps stamps, Action<IndexingState> show, TimeProvider time)
{
    /// <summary>What has been read is committed when so much time has passed,</summary>
    private static readonly TimeSpan CommitAfter = TimeSpan.FromSeconds(0.5);

    /// <summary>or when it is this many bytes: it is held in memory until then.</summary>
    private const long CommitAfterBytes = 8_000_000;

    /// <summary>Size in bytes from which a file counts as large.</summary>
    private const long LargeFileBytes = 32_000_000;

    /// <summary>Whether a large file was read: its memory is worth giving back to the system.</summary>
    public bool HasReadLargeFile { get; private set; }

    /// <summary>Takes note of what is there, and of what can't be read whatever is in it.</summary>
    /// <param name="listing">What the folder holds.</param>
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

    /// <summary>Reads what is new or has changed and commits, and gives the files that took too long.</summary>
    /// <param name="files">In the order in which they are read.</param>
    /// <param name="removed">What has left the folder: it goes with the first commit.</param>
    /// <param name="limit">How long reading a file may take before it is put off; null for as long as it takes.</param>
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
            // A full disk: what is kept goes on answering, and what has changed since is seen all the same.
            reading.GiveUp(e.Message, removed);
        }

        show(reading);
    }
}
