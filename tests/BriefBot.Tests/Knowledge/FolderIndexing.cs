using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Knowledge;

/// <summary>A folder of its own for each test, and an indexer that reads it into a store in memory.</summary>
public abstract class FolderIndexing : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected InMemoryPassageStore Store { get; } = new();

    private protected FakeTimeProvider Time { get; } = new();

    private protected CollectingSynonyms Synonyms { get; } = new();

    private protected KnowledgeCatalog Catalog { get; } = new();

    private protected KnowledgeReadiness Readiness { get; } = new();

    private protected CollectingLogger<KnowledgeIndexer> Logger { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Folder.With(path, $"This is the text of {path}.");
        }
    }

    private protected IEnumerable<(string Path, DocumentState State, int PassageCount)> Documents() =>
        Catalog.Documents.Select(document => (document.Path, document.State, document.PassageCount));

    private protected static IArticleReader[] Readers() =>
        [new MarkdownArticleReader(Some.Cutter(), Some.Knowledge()), new PlainTextArticleReader(Some.Cutter(), Some.Knowledge())];

    private protected Task<IndexReport> IndexAsync(KnowledgeOptions? options = null, params IArticleReader[] readers) =>
        Task.FromResult(Indexer(options, readers).Index(TestContext.Current.CancellationToken));

    private protected KnowledgeIndexer Indexer(KnowledgeOptions? options = null, params IArticleReader[] readers) =>
        new(
            readers.Length > 0 ? readers : Readers(),
            Store,
            Synonyms,
            Catalog,
            Readiness,
            Options.Create(options ?? new KnowledgeOptions { Path = Folder.Path }),
            Time,
            Logger
        );

    /// <summary>Counts its readings; fails them unless a test says otherwise.</summary>
    private protected sealed class CountingReader : IArticleReader
    {
        private readonly List<TimeSpan?> _limits = [];

        public bool MayPass { get; set; }

        public Action Reading { get; set; } = () => { };

        public Func<string, ReadResult>? Result { get; set; }

        public int Reads => _limits.Count;

        public IReadOnlyList<TimeSpan?> Limits => _limits;

        public IReadOnlyCollection<string> Extensions => [".odd"];

        public ReadResult Read(string path, ReadOnlyMemory<byte> content) => Count(path, null);

        public ReadResult Read(string path, ReadOnlyMemory<byte> content, TimeSpan limit) => Count(path, limit);

        private ReadResult Count(string path, TimeSpan? limit)
        {
            _limits.Add(limit);
            Reading();
            return Result?.Invoke(path) ?? new ReadResult.Failed(new Problem(path, 7, "is odd.")) { MayPass = MayPass };
        }
    }

    private protected sealed class ThrowingReader : IArticleReader
    {
        public IReadOnlyCollection<string> Extensions => [".odd"];

        public ReadResult Read(string path, ReadOnlyMemory<byte> content) => throw new InvalidOperationException("odd");
    }
}
