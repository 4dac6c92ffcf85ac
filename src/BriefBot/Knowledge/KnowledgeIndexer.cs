using BriefBot.Knowledge.Folder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>Updates the store from the folder: reads new and changed files, removes missing ones, keeps the rest.</summary>
/// <remarks>
/// The failure of one file does not stop the others; slow files come last, and stored and read articles answer meanwhile. One call at a
/// time.
/// </remarks>
public sealed class KnowledgeIndexer(
    IEnumerable<IArticleReader> readers,
    IPassageStore store,
    ISynonymStore synonyms,
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    IOptions<KnowledgeOptions> options,
    TimeProvider time,
    ILogger<KnowledgeIndexer> logger
)
{
    /// <summary>Delay before the next try when a store that was just rebuilt is damaged again, which is not a passing failure.</summary>
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
    public IndexReport Index(CancellationToken cancellationToken) => Index((_, _) => { }, cancellationToken);

    /// <inheritdoc cref="Index(CancellationToken)"/>
    /// <param name="progress">Called, on the calling thread, with the number of files examined and the total.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public IndexReport Index(Action<int, int> progress, CancellationToken cancellationToken)
    {
        var folder = new KnowledgeFolder(options.Value, readers);
        readiness.IsReading = true;
        try
        {
            return folder.Exists ? IndexOrStartAnew(folder, progress, cancellationToken) : Missing(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && IsKept(folder) && !store.Damage.IsCompleted)
        {
            // The folder may not be listed: stored articles go on answering.
            return KeepLast(folder, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever fails in the folder or the store, no answer may come from half a folder.
            _log.Failed(folder.Root, e);
            readiness.NotReady(BotTexts.FolderCannotBeRead);
            return new IndexReport { Problems = [new Problem(folder.Root, null, e.Message)] };
        }
        finally
        {
            readiness.IsReading = false;
        }
    }

    /// <summary>Reads changed files again soon. Safe to call from any thread.</summary>
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
        // Covers changes made before it listened.
        changes.Signal();
        var next = changes.NextAsync(cancellationToken);
        while (true)
        {
            await Task.WhenAny(store.Damage, next);
            cancellationToken.ThrowIfCancellationRequested();
            next = next.IsCompleted ? changes.NextAsync(cancellationToken) : next;
            Index(cancellationToken);
            if (store.Damage.IsCompleted)
            {
                await Task.Delay(TryAgainAfter, time, cancellationToken);
            }
        }
    }

    /// <summary>Damage may be met while the folder is read: then all of it is read anew, once.</summary>
    private IndexReport IndexOrStartAnew(KnowledgeFolder folder, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (!store.Damage.IsCompleted)
        {
            try
            {
                return Run(folder, progress, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && store.Damage.IsCompleted)
            {
                Log.StoreDamaged(logger, e.Message);
            }
        }

        readiness.NotReady(BotTexts.IndexBuiltAnew);
        _kept = null;
        store.StartAnew();
        return Run(folder, progress, cancellationToken);
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
        catalog.Replace(
            (_kept ??= new StoredFiles(store)).Articles.Select(article =>
                FileOutcome.Document(article, DocumentState.Stale, BotTexts.FolderGone)
            )
        );
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

    /// <summary>Returns whether the stored articles were read from this folder, now or before the last start.</summary>
    private bool IsKept(KnowledgeFolder folder) => store.Source?.Folder == folder.Root;

    /// <summary>Returns whether the folder is empty because its mount is gone.</summary>
    private bool IsUnmounted(KnowledgeFolder folder) =>
        IsKept(folder) && folder.Mount != store.Source?.Mount && folder.List().Files.Count == 0;

    private IndexReport Run(KnowledgeFolder folder, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (IsUnmounted(folder))
        {
            return KeepLast(folder, "what was mounted there no longer is, and no article is in the folder below");
        }

        if (store.Source is not null && !IsKept(folder))
        {
            // Until the reading is complete the store holds articles of both folders.
            store.SetSource(null);
        }

        readiness.IsComplete = _hasRead;
        var kept = _kept ??= new StoredFiles(store);
        var listing = folder.List();
        var run = new IndexingRun(folder, kept, store, _stamps, ReaderFingerprint.Create(readers, options.Value), progress, Show, time);
        run.Begin(listing, Formats);
        _log.NotRead(listing.NotRead, Formats);
        var gone = kept.Paths.Where(path => !run.Contains(path)).ToArray();
        var goneArticles = gone.Where(path => kept.ArticleOf(path) is not null).ToArray();
        run.Add(_synonyms.Read(folder, listing.Synonyms));
        if (!_hasRead)
        {
            // Later the list changes together with the store: an article that left the list is never cited.
            Show(run);
        }

        var slow = run.Read(listing.Files.OrderBy(file => file.Stamp?.Length ?? 0), gone, Hurried, cancellationToken);
        run.Read(slow, [], null, cancellationToken);
        if (run.HasReadLargeFile)
        {
            // Nothing is allocated while nobody asks, so the collector would keep the memory for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        readiness.IsComplete = true;
        return Report(folder, run, [.. goneArticles.Where(path => kept.ArticleOf(path) is null)]);
    }

    /// <summary>Makes the stored and newly read articles available for answers, if there are any.</summary>
    private void Show(IndexingRun run)
    {
        var documents = run.Documents;
        catalog.Replace(documents);
        if (documents.Any(document => document.PassageCount > 0))
        {
            readiness.Ready();
        }
    }

    private string Formats => string.Join(", ", readers.SelectMany(reader => reader.Extensions).Order(StringComparer.Ordinal));

    private IndexReport Report(KnowledgeFolder folder, IndexingRun run, string[] gone)
    {
        _log.Problems(run.Problems);
        var passages = run.PassageCount;
        var report = new IndexReport
        {
            Read = run.ReadPaths.Count,
            Unchanged = run.Unchanged,
            Removed = gone.Length,
            Failed = run.Failed,
            PassageCount = passages,
            Problems = run.Problems,
        };
        if (run.NotStored is { } reason)
        {
            Degrade(folder, reason);
            return report with
            {
                Problems =
                [
                    .. report.Problems,
                    new Problem(
                        folder.Root,
                        null,
                        $"Data:Path: the index can't be written ({reason}). Free some space; BriefBot will retry automatically."
                    ),
                ],
            };
        }

        readiness.Degraded = run.LostFolder is null ? null : BotTexts.FolderGone;
        if (passages == 0)
        {
            Log.FolderEmpty(logger, folder.Root);
            readiness.NotReady(BotTexts.FolderEmpty);
            return report with { Problems = [.. report.Problems, folder.Empty] };
        }

        _log.Changes(run, gone, isFirst: !_hasRead);
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
