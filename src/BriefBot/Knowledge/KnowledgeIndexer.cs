using BriefBot.Knowledge.Folder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>
/// Brings the store up to the folder: reads what is new or has changed, drops what is gone, keeps the rest. One file's
/// failure never stops the others, and what takes long to read comes last: meanwhile there are answers from what is kept and
/// what is read. One call at a time.
/// </summary>
public sealed class KnowledgeIndexer(
    IEnumerable<IArticleReader> readers,
    IPassageStore store,
    ISynonymStore synonyms,
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    IOptions<KnowledgeOptions> options,
    TimeProvider time,
    ILogger<KnowledgeIndexer> logger)
{
    /// <summary>Where a store that was begun anew is damaged again at once, something is wrong that does not pass in a moment.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    /// <summary>A file that takes longer to read is put off until the others have been read.</summary>
    private static readonly TimeSpan Hurried = TimeSpan.FromSeconds(1);

    /// <summary>What has been read is committed when so much time has passed,</summary>
    private static readonly TimeSpan CommitAfter = TimeSpan.FromSeconds(0.5);

    /// <summary>or when it is this many bytes: it is held in memory until then.</summary>
    private const long CommitAfterBytes = 8_000_000;

    private readonly FolderSynonyms _synonyms = new(synonyms);
    private readonly FileStamps _stamps = new(time);
    private readonly FolderLog _log = new(logger);
    private volatile Action? _signal;
    private KeptFiles? _kept;
    private bool _hasRead;

    /// <summary>
    /// Reads the folder once; a store that is damaged is begun anew. A folder or a store that can't be used leaves the readiness
    /// with its reason and the store as it was; only cancellation is thrown.
    /// </summary>
    public Task<IndexReport> IndexAsync(CancellationToken cancellationToken) => IndexAsync((_, _) => { }, cancellationToken);

    /// <inheritdoc cref="IndexAsync(CancellationToken)"/>
    /// <param name="progress">Told how many files have been looked at, and how many there are. Called on the thread that calls.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public Task<IndexReport> IndexAsync(Action<int, int> progress, CancellationToken cancellationToken)
    {
        var folder = new KnowledgeFolder(options.Value, readers);
        try
        {
            return Task.FromResult(folder.Exists ? IndexOrBeginAnew(folder, progress, cancellationToken) : Missing(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && IsKept(folder) && !store.Damage.IsCompleted)
        {
            // A folder that may not be listed: what was read of it goes on answering.
            return Task.FromResult(KeepLast(folder, e.Message));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The room's door: whatever fails in the folder or the store, nobody is answered from half a folder.
            Log.FolderFailed(logger, folder.Root, e);
            readiness.NotReady(Words.FolderCannotBeRead);
            return Task.FromResult(new IndexReport { Problems = [new Problem(folder.Root, null, e.Message)] });
        }
    }

    /// <summary>Reads again what has changed in the folder, soon. From any thread.</summary>
    public void ReadAgain() => _signal?.Invoke();

    /// <summary>
    /// Reads the folder again whenever it changes or the store turns out to be damaged. Ends only by cancellation, which is
    /// thrown.
    /// </summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        using var changes = new FolderChanges(options.Value, time, logger);
        _signal = changes.Signal;
        changes.Listen();
        // What changed before it listened.
        changes.Signal();
        var next = changes.NextAsync(cancellationToken);
        while (true)
        {
            await Task.WhenAny(store.Damage, next);
            cancellationToken.ThrowIfCancellationRequested();
            next = next.IsCompleted ? changes.NextAsync(cancellationToken) : next;
            await IndexAsync(cancellationToken);
            if (store.Damage.IsCompleted)
            {
                await Task.Delay(TryAgainAfter, time, cancellationToken);
            }
        }
    }

    /// <summary>Damage may be met while the folder is read: then all of it is read anew, once.</summary>
    private IndexReport IndexOrBeginAnew(KnowledgeFolder folder, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (!store.Damage.IsCompleted)
        {
            try
            {
                return Index(folder, progress, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && store.Damage.IsCompleted)
            {
                Log.StoreDamaged(logger, e.Message);
            }
        }

        readiness.NotReady(Words.IndexBuiltAnew);
        _kept = null;
        store.StartAnew();
        return Index(folder, progress, cancellationToken);
    }

    private IndexReport Missing(KnowledgeFolder folder)
    {
        if (IsKept(folder))
        {
            return KeepLast(folder, "there is no such folder");
        }

        Log.FolderMissing(logger, folder.Root);
        readiness.NotReady(Words.FolderMissing);
        return new IndexReport { Problems = [folder.Missing] };
    }

    /// <summary>A folder that is gone is not one from which all was deleted: a share that was unmounted comes back.</summary>
    private IndexReport KeepLast(KnowledgeFolder folder, string reason)
    {
        Degrade(folder, reason);
        catalog.Replace((_kept ??= new KeptFiles(store)).Articles.Select(article => FolderReading.Kept(article, DocumentState.Stale, Words.FolderGone)));
        if (catalog.Documents.Any(document => document.PassageCount > 0))
        {
            readiness.Ready();
        }

        return new IndexReport { Problems = [new Problem(folder.Root, null, reason)] };
    }

    private void Degrade(KnowledgeFolder folder, string reason)
    {
        if (readiness.Degraded is null)
        {
            Log.FolderGone(logger, folder.Root, reason);
        }

        readiness.Degraded = Words.FolderGone;
    }

    /// <summary>Whether what is kept was read from this folder, now or before the last start.</summary>
    private bool IsKept(KnowledgeFolder folder) => store.Source?.Folder == folder.Root;

    /// <summary>Whether nothing is in the folder because what was mounted there no longer is.</summary>
    private bool IsUnmounted(KnowledgeFolder folder) =>
        IsKept(folder) && folder.Mount != store.Source?.Mount && !Directory.EnumerateFileSystemEntries(folder.Root).Any();

    private IndexReport Index(KnowledgeFolder folder, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (IsUnmounted(folder))
        {
            return KeepLast(folder, "what was mounted there no longer is, and nothing is in the folder below");
        }

        if (store.Source is not null && !IsKept(folder))
        {
            // From now on it is of both, until all is read.
            store.SetSource(null);
        }

        readiness.IsComplete = _hasRead;
        var kept = _kept ??= new KeptFiles(store);
        var reading = new FolderReading(kept, Conditions(), progress, time);
        var listing = folder.List();
        foreach (var problem in listing.Problems)
        {
            reading.AddRefused(problem);
        }

        reading.AddNotRead(listing.NotRead, Formats);
        _log.NotRead(listing.NotRead, Formats);
        reading.Expect(listing.Files);
        foreach (var unreadable in listing.Unreadable)
        {
            reading.AddUnreadable(unreadable);
        }

        var gone = kept.Paths.Where(path => !reading.Seen(path)).ToArray();
        var goneArticles = gone.Where(path => kept.ArticleOf(path) is not null).ToArray();
        reading.Add(_synonyms.Read(folder, listing.Synonyms));
        if (!_hasRead)
        {
            // Later what is listed changes with what is found: what has left the list is cited no more.
            Show(reading);
        }

        var slow = Read(kept, folder, listing.Files.OrderBy(file => file.Stamp?.Length ?? 0), reading, gone, Hurried, cancellationToken);
        Read(kept, folder, slow, reading, [], null, cancellationToken);
        readiness.IsComplete = true;
        return Tell(folder, reading, [.. goneArticles.Where(path => kept.ArticleOf(path) is null)]);
    }

    /// <summary>Reads what is new or has changed and commits, and gives the files that took too long.</summary>
    private List<FolderFile> Read(
        KeptFiles kept, KnowledgeFolder folder, IEnumerable<FolderFile> files, FolderReading reading, IReadOnlyCollection<string> removed, TimeSpan? limit,
            CancellationToken cancellationToken)
    {
        var slow = new List<FolderFile>();
        var (since, length) = (time.GetTimestamp(), 0L);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = file.Refused is null ? _stamps.HashOf(file) : null;
            var bytes = known is not null ? ([], known, null) : _stamps.Read(file, folder.Read);
            var isDone = true;
            if (reading.IsToBeRead(file, bytes) && reading.NotStored is null)
            {
                bytes = known is not null ? _stamps.Read(file, folder.Read) : bytes;
                length += bytes.Content.Length;
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
                Commit(kept, reading, removed);
                (since, length, removed) = (time.GetTimestamp(), 0, []);
            }
        }

        Commit(kept, reading, removed);
        Show(reading);
        return slow;
    }

    private void Commit(KeptFiles kept, FolderReading reading, IReadOnlyCollection<string> removed)
    {
        if (reading.NotStored is not null || reading.Changed.Count + removed.Count + reading.NewlyFailed.Count == 0)
        {
            return;
        }

        try
        {
            kept.Apply(reading.Changed, removed, reading.NewlyFailed);
            Measures.Read(reading.Changed.Count);
            reading.Take();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && kept.Articles.Count > 0 && !store.Damage.IsCompleted)
        {
            // A full disk: what is kept goes on answering, and what has changed since is seen all the same.
            reading.GiveUp(e.Message, removed);
        }

        Show(reading);
    }

    /// <summary>From now on there are answers from what is kept and what has been read, if that is anything.</summary>
    private void Show(FolderReading reading)
    {
        catalog.Replace(reading.Documents);
        if (reading.Documents.Any(document => document.PassageCount > 0))
        {
            readiness.Ready();
        }
    }

    private string Formats => string.Join(", ", readers.SelectMany(reader => reader.Extensions).Order(StringComparer.Ordinal));

    /// <summary>With what a file is read: where any of it changes, one that failed may be read.</summary>
    private string Conditions()
    {
        var settings = options.Value;
        var programs = readers.Select(reader => reader.GetType().Module.ModuleVersionId).Append(GetType().Module.ModuleVersionId).Distinct();
        return string.Join(
            ' ',
            [.. programs, settings.MaxFileBytes, settings.MaxLineLength, settings.MaxNesting, settings.MaxPages, settings.MaxEntries, settings.MaxUnpackedBytes,
                settings.ReadTimeoutSeconds, settings.ReadMemoryBytes]);
    }

    private IndexReport Tell(KnowledgeFolder folder, FolderReading reading, string[] gone)
    {
        _log.Problems(reading.Problems);
        var passages = reading.Documents.Sum(document => document.PassageCount);
        var report = new IndexReport
        {
            Read = reading.ReadPaths.Count,
            Unchanged = reading.Unchanged,
            Removed = gone.Length,
            Failed = reading.Failed,
            PassageCount = passages,
            Problems = reading.Problems,
        };
        if (reading.NotStored is { } reason)
        {
            Degrade(folder, reason);
            return report with
            {
                Problems = [
                .. report.Problems, new Problem(folder.Root, null, $"Data:Path: the index can't be written ({reason}). Make room for it; it is tried again by itself.")]
            };
        }

        readiness.Degraded = null;
        if (passages == 0)
        {
            Log.FolderEmpty(logger, folder.Root);
            readiness.NotReady(Words.FolderEmpty);
            return report with { Problems = [.. report.Problems, folder.Empty] };
        }

        _log.Changes(reading, gone, isFirst: !_hasRead);
        _hasRead = true;
        var source = new KeptSource(folder.Root, folder.Mount);
        if (store.Source != source)
        {
            store.SetSource(source);
        }

        readiness.Ready();
        return report;
    }
}
