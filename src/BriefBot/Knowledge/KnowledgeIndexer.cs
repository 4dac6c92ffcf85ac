using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>
/// Brings the store up to the folder: reads what is new or has changed, drops what is gone, keeps the rest. One file's
/// failure never stops the others. One call at a time.
/// </summary>
public sealed class KnowledgeIndexer(
    IEnumerable<IArticleReader> readers,
    IPassageStore store,
    ISynonymStore synonyms,
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    IOptions<KnowledgeOptions> options,
    ILogger<KnowledgeIndexer> logger)
{
    private readonly FolderSynonyms _synonyms = new(synonyms);

    /// <summary>
    /// Reads the folder once. A folder or a store that can't be used leaves the readiness with its reason and the store as
    /// it was; only cancellation is thrown.
    /// </summary>
    public Task<IndexReport> IndexAsync(CancellationToken cancellationToken)
    {
        var folder = new KnowledgeFolder(options.Value, readers);
        try
        {
            return Task.FromResult(folder.Exists ? Index(folder, cancellationToken) : Missing(folder));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The room's door: whatever fails in the folder or the store, nobody is answered from half a folder.
            Log.FolderFailed(logger, folder.Root, e);
            readiness.NotReady(Words.FolderCannotBeRead);
            return Task.FromResult(new IndexReport { Problems = [new Problem(folder.Root, null, e.Message)] });
        }
    }

    private IndexReport Missing(KnowledgeFolder folder)
    {
        Log.FolderMissing(logger, folder.Root);
        readiness.NotReady(Words.FolderMissing);
        return new IndexReport { Problems = [new Problem(folder.Root, null, "Knowledge:Path: there is no such folder. Make it, or name another with --knowledge DIR.")] };
    }

    private IndexReport Index(KnowledgeFolder folder, CancellationToken cancellationToken)
    {
        var kept = store.ListArticles().ToDictionary(article => article.Path, StringComparer.Ordinal);
        var reading = new FolderReading(kept);
        var listing = folder.List();
        reading.Add(listing.Problems);
        foreach (var file in listing.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reading.Add(file, folder.Read(file));
        }

        foreach (var unreadable in listing.Unreadable)
        {
            reading.AddUnreadable(unreadable);
        }

        var removed = kept.Keys.Where(path => !reading.Seen(path)).ToArray();
        if (reading.Changed.Count + removed.Length > 0)
        {
            store.Apply(reading.Changed, removed);
        }

        reading.AddProblems(_synonyms.Read(folder, listing.Synonyms));
        catalog.Replace(reading.Documents);
        return Tell(folder, reading, removed.Length);
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
            Read = reading.Changed.Count,
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

        Log.FolderRead(logger, reading.Documents.Count, passages, reading.Changed.Count, removed);
        readiness.Ready();
        return report;
    }
}
