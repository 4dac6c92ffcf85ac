using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Knowledge;

/// <summary>A folder that is kept up with until the test ends.</summary>
public abstract class LiveFolder : FolderIndexing
{
    /// <summary>Longer than any test: what is seen is seen by an event.</summary>
    private protected const int NoPolling = 3_600;

    private protected async Task<Kept> KeepAsync(string? path = null, bool watch = true, int pollSeconds = NoPolling)
    {
        var options = new KnowledgeOptions
        {
            Path = path ?? Folder.Path,
            Watch = watch,
            PollSeconds = pollSeconds,
        };
        var indexer = new KnowledgeIndexer(
            Readers(),
            Store,
            Synonyms,
            Catalog,
            Readiness,
            Options.Create(options),
            TimeProvider.System,
            Logger
        );
        indexer.Index(TestContext.Current.CancellationToken);
        return new Kept(indexer, Store, Synonyms, Logger);
    }

    /// <summary>An indexer that keeps up with the folder until the test ends.</summary>
    private protected sealed class Kept : IAsyncDisposable
    {
        private readonly CancellationTokenSource _ended = new();
        private readonly InMemoryPassageStore _store;
        private readonly Task _keeping;
        private TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Kept(
            KnowledgeIndexer indexer,
            InMemoryPassageStore store,
            CollectingSynonyms synonyms,
            CollectingLogger<KnowledgeIndexer> logger
        )
        {
            (Indexer, _store) = (indexer, store);
            store.Applied =
                synonyms.Replaced =
                logger.Logged =
                    () =>
                        Interlocked
                            .Exchange(ref _read, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                            .TrySetResult();
            _keeping = Task.Run(() => indexer.KeepAsync(_ended.Token));
        }

        public KnowledgeIndexer Indexer { get; }

        public Task UntilAsync(params string[] paths) =>
            UntilAsync(() => _store.Articles.Select(article => article.Path).Order(StringComparer.Ordinal).SequenceEqual(paths));

        public async Task UntilAsync(Func<bool> isSo)
        {
            while (true)
            {
                var read = Volatile.Read(ref _read).Task;
                if (isSo())
                {
                    return;
                }

                await read.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ended.Dispose();
        }
    }
}
