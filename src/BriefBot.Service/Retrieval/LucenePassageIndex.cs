using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// The one index, by Lucene.Net: it keeps the passages and it finds them. Readers see whole commits only, and a searcher
/// never leaves the method that took it. Safe for concurrent use.
/// </summary>
internal sealed class LucenePassageIndex : IPassageIndex, ISpelling, IPassageReader, IPassageStore, IDisposable
{
    /// <summary>Changes whenever the same article would be indexed otherwise; an index with another is built anew.</summary>
    private const string Format = "briefbot-9/lucene-4.8.0-beta00017/english-3";

    private const string RemovedFolder = "The data folder was removed while it was in use.";

    private readonly Func<LuceneDirectory> _open;
    private readonly Action<string> _setAside;
    private readonly DataFolderLock? _owner;
    private readonly string _format;
    private readonly Lock _writing = new();
    private volatile OpenedIndex _index;
    private bool _isDisposed;
    private volatile TaskCompletionSource<string> _damage = NoDamage();

    /// <summary>Opens the index, or makes one.</summary>
    /// <param name="open">Opens the directory of the index.</param>
    /// <param name="setAside">Moves a damaged directory aside for the given reason and leaves it empty.</param>
    /// <param name="cutting">The version of the passage cutting; an index with another version is rebuilt.</param>
    /// <param name="owner">Disposed last: keeps other processes out. Null for an index in memory.</param>
    /// <exception cref="IOException">The directory can't be used.</exception>
    public LucenePassageIndex(Func<LuceneDirectory> open, Action<string> setAside, string cutting = "", DataFolderLock? owner = null)
    {
        (_open, _setAside, _owner, _format) = (open, setAside, owner, $"{Format}/{cutting}");
        try
        {
            _index = new OpenedIndex(open(), _format);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException)
        {
            setAside(e.Message);
            _index = new OpenedIndex(open(), _format);
        }
    }

    /// <summary>Indicates whether the directory held an index of another version, which was dropped.</summary>
    public bool IsForeign => _index.IsForeign;

    /// <summary>Indicates whether it is kept in a data folder, which others can't use meanwhile.</summary>
    public bool HoldsDataFolder => _owner is not null;

    /// <remarks>A data folder that was removed counts as damage, for another process could take it.</remarks>
    public Task Damage
    {
        get
        {
            lock (_writing)
            {
                _ = !_isDisposed && IsLost();
                return _damage.Task;
            }
        }
    }

    public void StartAnew()
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // First: closing the index removes files by their names, and in a folder that another process has taken they are its own.
            _owner?.Renew();
            var reason = _damage.Task.IsCompleted ? _damage.Task.Result : "it was to be built anew";
            try
            {
                _index.Dispose();
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // A damaged index can't be closed in good order; it is set aside as it is.
                reason = $"{reason}; {e.Message}";
            }

            _setAside(reason);
            _index = new OpenedIndex(_open(), _format);
            _damage = NoDamage();
        }
    }

    public IReadOnlyList<StoredArticle> ListArticles() =>
        [
            .. Read(searcher => searcher.IndexReader.Leaves.SelectMany(leaf => ArticlesOf(leaf.AtomicReader)).ToArray())
                .OrderBy(article => article.Path, StringComparer.Ordinal),
        ];

    public IReadOnlyList<StoredFailure> ListFailures() =>
        [
            .. List(new PrefixQuery(new Term(PassageFields.Failure, "")), PassageFields.ReadFailure)
                .OrderBy(failure => failure.Path, StringComparer.Ordinal),
        ];

    public StoredSource? Source => _index.Source;

    public void SetSource(StoredSource? source) => Write(index => index.SetSource(source));

    public void Apply(
        IReadOnlyCollection<Article> changed,
        IReadOnlyCollection<string> removed,
        IReadOnlyCollection<StoredFailure> failed
    ) => Write(index => index.Write(writer => PassageFields.Write(writer, changed, removed, failed)));

    public SearchResult Search(PassageQuery query, CancellationToken cancellationToken) =>
        Read(searcher =>
        {
            var passageCount = MultiFields.GetTerms(searcher.IndexReader, PassageFields.All)?.DocCount ?? 0;
            var terms = query.Terms.Select(term => TermStatistics.Read(searcher, term, passageCount)).ToArray();
            cancellationToken.ThrowIfCancellationRequested();
            var found = searcher.Search(PassageQueryBuilder.Build(terms), query.Limit);
            cancellationToken.ThrowIfCancellationRequested();
            return new SearchResult
            {
                Passages = [.. found.ScoreDocs.Select(hit => new RankedPassage(searcher.Passages.Get(hit.Doc), hit.Score))],
                Terms = terms,
                PassageCount = passageCount,
            };
        });

    public IReadOnlyList<WordReading> Read(IReadOnlyList<QueryTerm> words, CancellationToken cancellationToken) =>
        Read(searcher =>
        {
            var spelling = new SpellingCorrection(searcher.IndexReader, searcher.Vocabulary, words, cancellationToken);
            return words
                .Select(word =>
                    TermStatistics.Frequency(searcher, word) > 0 ? new WordReading(true, null) : new WordReading(false, spelling.Find(word))
                )
                .ToArray();
        });

    public IReadOnlyList<Passage> Read(string path) =>
        [
            .. List(
                    new BooleanQuery
                    {
                        { new TermQuery(new Term(PassageFields.Path, path)), Occur.MUST },
                        { new TermQuery(new Term(PassageFields.Article, "1")), Occur.MUST_NOT },
                    },
                    PassageFields.ReadPassage
                )
                .OrderBy(passage => passage.Ordinal),
        ];

    public void Dispose()
    {
        // A service that ends does not wait for the folder to be read: who still writes then meets a closed index, not a damaged one.
        lock (_writing)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            try
            {
                if (!IsLost())
                {
                    _index.Dispose();
                }
            }
            catch (Exception e) when (IsDamage(e))
            {
                // It is met again, and mended, at the next start.
                _damage.TrySetResult(e.Message);
            }

            _owner?.Dispose();
        }
    }

    private void Write(Action<OpenedIndex> write)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (IsLost())
            {
                throw new IOException(RemovedFolder);
            }

            try
            {
                write(_index);
            }
            catch (Exception e) when (IsDamage(e))
            {
                _damage.TrySetResult(e.Message);
                throw new IOException("The index is damaged: " + e.Message, e);
            }
            catch (Exception e) when (e is not IOException)
            {
                throw new IOException("The index could not be written.", e);
            }
        }
    }

    /// <summary>Returns whether the data folder was removed while it was held; says so as <see cref="Damage"/> then.</summary>
    private bool IsLost()
    {
        var isLost = _owner?.IsLost == true;
        _ = isLost && _damage.TrySetResult(RemovedFolder);
        return isLost;
    }

    /// <summary>Returns whether the exception means a damaged index, rather than a full disk.</summary>
    private static bool IsDamage(Exception e) =>
        e is CorruptIndexException or EndOfStreamException or FileNotFoundException or DirectoryNotFoundException or ObjectDisposedException
        || (e.InnerException is { } inner && IsDamage(inner));

    private static TaskCompletionSource<string> NoDamage() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IEnumerable<StoredArticle> ArticlesOf(AtomicReader reader)
    {
        var about = reader.GetBinaryDocValues(PassageFields.About);
        var bytes = new BytesRef();
        var documents = reader.GetTermDocsEnum(new Term(PassageFields.Article, "1"));
        var live = reader.LiveDocs;
        while (documents is not null && documents.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
        {
            if (live?.Get(document) != false)
            {
                about.Get(document, bytes);
                yield return PassageFields.ReadArticle(bytes);
            }
        }
    }

    private T[] List<T>(Query query, Func<Document, T> read) =>
        Read(searcher =>
            searcher.Search(query, Math.Max(1, searcher.IndexReader.MaxDoc)).ScoreDocs.Select(hit => read(searcher.Doc(hit.Doc))).ToArray()
        );

    private T Read<T>(Func<ScoringSearcher, T> read)
    {
        var (searchers, damage) = (_index.Searchers, _damage);
        ScoringSearcher? searcher = null;
        try
        {
            searcher = (ScoringSearcher)searchers.Acquire();
            return read(searcher);
        }
        catch (ObjectDisposedException e)
        {
            throw new IndexUnavailableException("The index is being closed.", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            damage.TrySetResult(e.Message);
            throw new IndexUnavailableException("The index can't be read: " + e.Message, e);
        }
        finally
        {
            if (searcher is not null)
            {
                searchers.Release(searcher);
            }
        }
    }
}
