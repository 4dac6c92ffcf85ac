using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// The one index, by Lucene.Net: it keeps the passages and it finds them. Readers see whole commits only, and a searcher
/// never leaves the method that took it. Safe for concurrent use.
/// </summary>
internal sealed class LucenePassageIndex : IPassageIndex, IPassageStore, IDisposable
{
    /// <summary>Changes whenever the same article would be indexed otherwise; an index with another is built anew.</summary>
    private const string Format = "briefbot-4/lucene-4.8.0-beta00017/english-2";

    private const string FormatKey = "format";

    private readonly LuceneDirectory _directory;
    private readonly DataFolderLock? _owner;
    private readonly string _format;
    private readonly Lock _writing = new();
    private readonly SearcherManager _searchers;
    private readonly BM25Similarity _similarity = new(k1: 0.6f, b: 0.6f);
    private IndexWriter _writer;

    /// <summary>Opens the index in <paramref name="directory"/>, which it owns from then on, or makes one.</summary>
    /// <param name="directory">Where the index stands.</param>
    /// <param name="cutting">How the articles in it are cut; an index that was cut otherwise is built anew.</param>
    /// <param name="owner">What keeps others out, let go last; null where nobody else could come in.</param>
    /// <exception cref="IOException">The index is damaged, or the directory can't be used.</exception>
    public LucenePassageIndex(LuceneDirectory directory, string cutting = "", DataFolderLock? owner = null)
    {
        _directory = directory;
        _owner = owner;
        _format = $"{Format}/{cutting}";
        IsForeign = DirectoryReader.IndexExists(directory) && !HasOurFormat(directory);
        _writer = OpenWriter(IsForeign ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
        try
        {
            if (IsForeign || !DirectoryReader.IndexExists(directory))
            {
                Commit();
            }

            _searchers = new SearcherManager(directory, new ScoringSearchers(_similarity));
        }
        catch
        {
            // The lock of the directory must not outlive what failed to open.
            _writer.Rollback();
            throw;
        }
    }

    /// <summary>Whether the directory held an index of another version, which was dropped.</summary>
    public bool IsForeign { get; }

    public IReadOnlyList<KeptArticle> ListArticles() =>
        [.. List(new TermQuery(new Term(PassageFields.Article, "1")), PassageFields.ReadArticle).OrderBy(article => article.Path, StringComparer.Ordinal)];

    public IReadOnlyList<KeptFailure> ListFailures() =>
        [.. List(new PrefixQuery(new Term(PassageFields.Failure, "")), PassageFields.ReadFailure).OrderBy(failure => failure.Path, StringComparer.Ordinal)];

    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<KeptFailure> failed)
    {
        lock (_writing)
        {
            try
            {
                _writer.DeleteDocuments([.. removed.Select(path => new Term(PassageFields.Path, path))]);
                _writer.DeleteDocuments([.. removed.Concat(changed.Select(article => article.Path)).Select(path => new Term(PassageFields.Failure, path))]);
                foreach (var failure in failed)
                {
                    _writer.UpdateDocument(new Term(PassageFields.Failure, failure.Path), PassageFields.ToDocument(failure));
                }

                foreach (var article in changed)
                {
                    _writer.UpdateDocuments(new Term(PassageFields.Path, article.Path), PassageFields.ToDocuments(article));
                }

                Commit();
            }
            catch (Exception e)
            {
                // What was half written must not come with the next commit. Rollback closes the writer.
                _writer.Rollback();
                _writer = OpenWriter(OpenMode.APPEND);
                throw e is IOException ? e : new IOException("The index could not be written.", e);
            }
        }

        _searchers.MaybeRefreshBlocking();
    }

    public SearchResult Search(PassageQuery query, CancellationToken cancellationToken) => Read(searcher =>
    {
        var passageCount = MultiFields.GetTerms(searcher.IndexReader, PassageFields.All)?.DocCount ?? 0;
        var spelling = new SpellingCorrection(searcher.IndexReader, searcher.Vocabulary, query.Terms, cancellationToken);
        var terms = query.Terms.Select(term => Find(searcher, spelling, term, passageCount)).ToArray();
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

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
        _owner?.Dispose();
    }

    private bool HasOurFormat(LuceneDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        return reader.IndexCommit.UserData.TryGetValue(FormatKey, out var format) && format == _format;
    }

    private static FoundTerm Find(IndexSearcher searcher, SpellingCorrection spelling, QueryTerm asked, int passageCount)
    {
        var (reader, term) = (searcher.IndexReader, asked.Term);
        var frequency = Frequency(reader, term);
        var said = asked.Synonyms.Select(synonym => (synonym, Frequency: Frequency(searcher, synonym))).Where(found => found.Frequency > frequency).ToArray();
        if (said.Length > 0)
        {
            // The folder says it in other words: it is worth what they are worth.
            var (best, bestFrequency) = said.MaxBy(found => found.Frequency);
            var worth = best.Share * best.Words.Sum(word => Weight(Frequency(reader, word.Term), passageCount));
            return new FoundTerm(asked, term, null, bestFrequency, asked.Boost * worth);
        }

        string? correction = null;
        if (frequency == 0 && !asked.IsKnown && !RelatedWords.Knows(term) && spelling.Find(asked) is { } word)
        {
            correction = word;
            term = SpellingCorrection.Stem(word);
            frequency = Frequency(reader, term);
        }

        return new FoundTerm(asked, term, correction, frequency, asked.Boost * Weight(frequency, passageCount));
    }

    private static double Weight(int frequency, int passageCount) => Math.Max(Math.Log(1 + ((passageCount - frequency + 0.5) / (frequency + 0.5))), 0);

    private static int Frequency(IndexReader reader, string term) => reader.DocFreq(new Term(PassageFields.All, term));

    private static int Frequency(IndexSearcher searcher, Synonym synonym)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(PassageQueryBuilder.Whole(PassageFields.All, synonym), counter);
        return counter.TotalHits;
    }

    private T Read<T>(Func<ScoringSearcher, T> read)
    {
        ScoringSearcher? searcher = null;
        try
        {
            searcher = (ScoringSearcher)_searchers.Acquire();
            return read(searcher);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException or System.Text.Json.JsonException)
        {
            throw new IndexUnavailableException("The index can't be read: " + e.Message, e);
        }
        finally
        {
            if (searcher is not null)
            {
                _searchers.Release(searcher);
            }
        }
    }

    private T[] List<T>(Query query, Func<Document, T> read) => Read(searcher =>
        searcher.Search(query, Math.Max(1, searcher.IndexReader.MaxDoc)).ScoreDocs.Select(hit => read(searcher.Doc(hit.Doc))).ToArray());

    private IndexWriter OpenWriter(OpenMode mode) => new(_directory, new IndexWriterConfig(EnglishTextAnalyzer.Version, LuceneAnalyzers.ByField())
    {
        OpenMode = mode,
        Similarity = _similarity,
    });

    private void Commit()
    {
        _writer.SetCommitData(new Dictionary<string, string> { [FormatKey] = _format });
        _writer.Commit();
    }

    private sealed class ScoringSearchers(Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new ScoringSearcher(reader, similarity);
    }
}
