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
    private const long CommitAfterBytes = 4_000_000;

    private readonly FolderSynonyms _synonyms = new(synonyms);

    /// <summary>
    /// Reads the folder once; a store that is damaged is begun anew. A folder or a store that can't be used leaves the readiness
    /// with its reason and the store as it was; only cancellation is thrown.
    /// </summary>
    public Task<IndexReport> IndexAsync(CancellationToken cancellationToken)
    {
        var folder = new KnowledgeFolder(options.Value, readers);
        try
        {
            return Task.FromResult(folder.Exists ? IndexOrBeginAnew(folder, cancellationToken) : Missing(folder));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The room's door: whatever fails in the folder or the store, nobody is answered from half a folder.
            Log.FolderFailed(logger, folder.Root, e);
            readiness.NotReady(Words.FolderCannotBeRead);
            return Task.FromResult(new IndexReport { Problems = [new Problem(folder.Root, null, e.Message)] });
        }
    }

    /// <summary>Reads the folder anew whenever the store turns out to be damaged. Ends only by cancellation, which is thrown.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await store.Damage.WaitAsync(cancellationToken);
            await IndexAsync(cancellationToken);
            if (store.Damage.IsCompleted)
            {
                await Task.Delay(TryAgainAfter, time, cancellationToken);
            }
        }
    }

    /// <summary>Damage may be met while the folder is read: then all of it is read anew, once.</summary>
    private IndexReport IndexOrBeginAnew(KnowledgeFolder folder, CancellationToken cancellationToken)
    {
        if (!store.Damage.IsCompleted)
        {
            try
            {
                return Index(folder, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && store.Damage.IsCompleted)
            {
                Log.StoreDamaged(logger, e.Message);
            }
        }

        readiness.NotReady(Words.IndexBuiltAnew);
        store.StartAnew();
        return Index(folder, cancellationToken);
    }

    private IndexReport Missing(KnowledgeFolder folder)
    {
        Log.FolderMissing(logger, folder.Root);
        readiness.NotReady(Words.FolderMissing);
        return new IndexReport { Problems = [new Problem(folder.Root, null, "Knowledge:Path: there is no such folder. Make it, or name another with --knowledge DIR.")] };
    }

    private IndexReport Index(KnowledgeFolder folder, CancellationToken cancellationToken)
    {
        readiness.IsComplete = false;
        var kept = store.ListArticles().ToDictionary(article => article.Path, StringComparer.Ordinal);
        var failures = store.ListFailures().ToDictionary(failure => failure.Path, StringComparer.Ordinal);
        var reading = new FolderReading(kept, failures, Conditions());
        var listing = folder.List();
        reading.Add(listing.Problems);
        reading.Expect(listing.Files);
        foreach (var unreadable in listing.Unreadable)
        {
            reading.AddUnreadable(unreadable);
        }

        var gone = kept.Keys.Union(failures.Keys).Where(path => !reading.Seen(path)).ToArray();
        reading.Add(_synonyms.Read(folder, listing.Synonyms));
        Show(reading);
        var slow = Read(folder, listing.Files.OrderBy(KnowledgeFolder.LengthOf), reading, gone, Hurried, cancellationToken);
        Read(folder, slow, reading, [], null, cancellationToken);
        readiness.IsComplete = true;
        return Tell(folder, reading, gone.Count(kept.ContainsKey));
    }

    /// <summary>Reads what is new or has changed and commits, and gives the files that took too long.</summary>
    private List<FolderFile> Read(
        KnowledgeFolder folder, IEnumerable<FolderFile> files, FolderReading reading, IReadOnlyCollection<string> removed, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var slow = new List<FolderFile>();
        var (since, length) = (time.GetTimestamp(), 0L);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = folder.Read(file);
            if (reading.IsToBeRead(file, bytes))
            {
                length += bytes.Content.Length;
                if (!reading.Read(file, bytes, limit))
                {
                    slow.Add(file);
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (length >= CommitAfterBytes || time.GetElapsedTime(since) >= CommitAfter)
            {
                Commit(reading, removed);
                (since, length, removed) = (time.GetTimestamp(), 0, []);
            }
        }

        Commit(reading, removed);
        Show(reading);
        return slow;
    }

    private void Commit(FolderReading reading, IReadOnlyCollection<string> removed)
    {
        if (reading.Changed.Count + removed.Count + reading.NewlyFailed.Count > 0)
        {
            store.Apply(reading.Changed, removed, reading.NewlyFailed);
            reading.Take();
            Show(reading);
        }
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

    /// <summary>With what a file is read: where any of it changes, one that failed may be read.</summary>
    private string Conditions()
    {
        var settings = options.Value;
        var programs = readers.Select(reader => reader.GetType().Module.ModuleVersionId).Append(GetType().Module.ModuleVersionId).Distinct();
        return string.Join(
            ' ',
            [.. programs, settings.MaxFileBytes, settings.MaxLineLength, settings.MaxNesting, settings.MaxPages, settings.MaxEntries, settings.MaxUnpackedBytes, settings.ReadTimeoutSeconds, settings.ReadMemoryBytes]);
    }

    private IndexReport Tell(KnowledgeFolder folder, FolderReading reading, int removed)
    {
        foreach (var problem in reading.Problems)
        {
            Log.FileProblem(logger, problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, problem);
        }

        var passages = reading.Documents.Sum(document => document.PassageCount);
        var report = new IndexReport
        {
            Read = reading.ReadCount,
            Unchanged = reading.Unchanged,
            Removed = removed,
            Failed = reading.Failed,
            PassageCount = passages,
            Problems = reading.Problems,
        };
        if (passages == 0)
        {
            Log.FolderEmpty(logger, folder.Root);
            readiness.NotReady(Words.FolderEmpty);
            return report with { Problems = [.. report.Problems, new Problem(folder.Root, null, "Knowledge:Path: the folder holds no article that can be read. Put files into it such as Markdown or HTML.")] };
        }

        Log.FolderRead(logger, reading.Documents.Count, passages, reading.ReadCount, removed);
        readiness.Ready();
        return report;
    }
}
