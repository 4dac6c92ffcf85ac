using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// Makes the vectors of all passages in the background, once all files have been read, since both take memory: first those a question
/// lacked, then file by file.
/// </summary>
/// <remarks>Pauses while a question is answered or files are read, and starts again when the folder was read anew.</remarks>
internal sealed class EmbeddingWorker(
    EmbeddedUnits embedded,
    IPassageReader passages,
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    EmbeddingProgress progress,
    TimeProvider time,
    ILogger<EmbeddingWorker> logger
) : BackgroundService
{
    /// <summary>Number of passages stored together.</summary>
    private const int Batch = 16;

    private static readonly TimeSpan LoadAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Number made since the last log entry.</summary>
    private int _made;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!readiness.IsReady || readiness.IsReading)
        {
            await Task.Delay(Pause, time, stoppingToken);
        }

        // Loading takes a second of a processor, which the first questions have more use for.
        await Task.Delay(LoadAfter, time, stoppingToken);
        if (!embedded.Load())
        {
            return;
        }

        IReadOnlyList<IndexedDocument>? done = null;
        while (true)
        {
            var documents = catalog.Documents;
            try
            {
                await EmbedWantedAsync(stoppingToken);
                done = documents == done || await EmbedAsync(documents, stoppingToken) ? documents : null;
                if (documents == catalog.Documents)
                {
                    await embedded.WaitAsync(LookAgainAfter, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.EmbeddingFailed(logger, e.Message, TryAgainAfter.TotalSeconds);
                await Task.Delay(TryAgainAfter, time, stoppingToken);
            }
        }
    }

    /// <summary>Makes the missing vectors of these files.</summary>
    /// <returns>Whether they are still the folder's files.</returns>
    private async Task<bool> EmbedAsync(IReadOnlyList<IndexedDocument> documents, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var all = passages.Read(document.Path);
            keys.UnionWith(all.Select(embedded.Key));
            var missing = embedded.Missing(all);
            Tell(document.Path, all, missing);
            foreach (var batch in missing.Chunk(Batch))
            {
                await EmbedAsync(batch, cancellationToken);
                await EmbedWantedAsync(cancellationToken);
            }

            Tell(document.Path, all, []);

            if (documents != catalog.Documents)
            {
                return false;
            }
        }

        embedded.KeepOnly(keys);
        progress.KeepOnly(documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal));
        if (_made > 0)
        {
            Log.Embedded(logger, keys.Count, _made);
            _made = 0;
        }

        return true;
    }

    private void Tell(string path, IReadOnlyList<Passage> all, IReadOnlyList<Passage> missing)
    {
        var units = all.Sum(passage => UnitCutter.Cut(passage).Count);
        progress.Set(path, units, units - missing.Sum(passage => UnitCutter.Cut(passage).Count));
    }

    private async Task EmbedWantedAsync(CancellationToken cancellationToken)
    {
        while (embedded.NextWanted() is { } wanted)
        {
            await EmbedAsync(embedded.Missing([wanted]), cancellationToken);
        }
    }

    private async Task EmbedAsync(IReadOnlyCollection<Passage> missing, CancellationToken cancellationToken)
    {
        var made = new List<(string, ReadOnlyMemory<byte>)>();
        foreach (var passage in missing)
        {
            made.Add(await embedded.MakeAsync(passage, () => PauseAsync(cancellationToken), cancellationToken));
        }

        if (made.Count > 0)
        {
            embedded.Keep(made);
            _made += made.Count;
        }
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        while (embedded.IsAsked || readiness.IsReading)
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
