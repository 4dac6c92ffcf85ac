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

    private readonly FolderSynonyms _synonyms = new(synonyms);
    private readonly FileStamps _stamps = new(time);
    private readonly FolderLog _log = new(logger);
    private volatile Action? _signal;
    private StoredFiles? _kept;
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
        readiness.IsReading = true;
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
            _log.Failed(folder.Root, e);
            readiness.NotReady(BotTexts.FolderCannotBeRead);
            return Task.FromResult(new IndexReport { Problems = [new Problem(folder.Root, null, e.Message)] });
        }
        finally
        {
            readiness.IsReading = false;
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

        readiness.NotReady(BotTexts.IndexBuiltAnew);
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
        readiness.NotReady(BotTexts.FolderMissing);
        return new IndexReport { Problems = [folder.Missing] };
    }

    /// <summary>A folder that is gone is not one from which all was deleted: a share that was unmounted comes back.</summary>
    private IndexReport KeepLast(KnowledgeFolder folder, string reason)
    {
        Degrade(folder, reason);
        catalog.Replace((_kept ??= new StoredFiles(store)).Articles.Select(article => IndexingState.Kept(article, DocumentState.Stale, BotTexts.FolderGone)));
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

        readiness.Degraded = BotTexts.FolderGone;
    }

    /// <summary>Whether what is kept was read from this folder, now or before the last start.</summary>
    private bool IsKept(KnowledgeFolder folder) => store.Source?.Folder == folder.Root;

    /// <summary>Whether no article is in the folder because what was mounted there no longer is.</summary>
    private bool IsUnmounted(KnowledgeFolder folder) => IsKept(folder) && folder.Mount != store.Source?.Mount && folder.List().Files.Count == 0;

    private IndexReport Index(KnowledgeFolder folder, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (IsUnmounted(folder))
        {
            return KeepLast(folder, "what was mounted there no longer is, and no article is in the folder below");
        }

        if (store.Source is not null && !IsKept(folder))
        {
            // From now on it is of both, until all is read.
            store.SetSource(null);
        }

        readiness.IsComplete = _hasRead;
        var kept = _kept ??= new StoredFiles(store);
        var reading = new IndexingState(kept, ReaderFingerprint.Create(readers, options.Value), progress, time);
        var listing = folder.List();
        var pass = new IndexingRun(folder, kept, store, reading, _stamps, Show, time);
        pass.Begin(listing, Formats);
        _log.NotRead(listing.NotRead, Formats);
        var gone = kept.Paths.Where(path => !reading.Seen(path)).ToArray();
        var goneArticles = gone.Where(path => kept.ArticleOf(path) is not null).ToArray();
        reading.Add(_synonyms.Read(folder, listing.Synonyms));
        if (!_hasRead)
        {
            // Later what is listed changes with what is found: what has left the list is cited no more.
            Show(reading);
        }

        var slow = pass.Read(listing.Files.OrderBy(file => file.Stamp?.Length ?? 0), gone, Hurried, cancellationToken);
        pass.Read(slow, [], null, cancellationToken);
        if (pass.HasReadLargeFile)
        {
            // Nothing is allocated while nobody asks, so the collector would keep its memory for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        readiness.IsComplete = true;
        return Tell(folder, reading, [.. goneArticles.Where(path => kept.ArticleOf(path) is null)]);
    }

    /// <summary>From now on there are answers from what is kept and what has been read, if that is anything.</summary>
    private void Show(IndexingState reading)
    {
        catalog.Replace(reading.Documents);
        if (reading.Documents.Any(document => document.PassageCount > 0))
        {
            readiness.Ready();
        }
    }

    private string Formats => string.Join(", ", readers.SelectMany(reader => reader.Extensions).Order(StringComparer.Ordinal));

    private IndexReport Tell(KnowledgeFolder folder, IndexingState reading, string[] gone)
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

        readiness.Degraded = reading.LostFolder is null ? null : BotTexts.FolderGone;
        if (passages == 0)
        {
            Log.FolderEmpty(logger, folder.Root);
            readiness.NotReady(BotTexts.FolderEmpty);
            return report with { Problems = [.. report.Problems, folder.Empty] };
        }

        _log.Changes(reading, gone, isFirst: !_hasRead);
        _hasRead = true;
        var source = new StoredSource(folder.Root, folder.Mount);
        if (store.Source != source)
        {
            store.SetSource(source);
        }

        readiness.Ready();
        return report;
    }
}
