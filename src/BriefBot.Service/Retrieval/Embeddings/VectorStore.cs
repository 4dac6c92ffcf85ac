using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// Stores the vectors of passages beside the index, by the content of the passages, so that unchanged ones are not embedded again.
/// </summary>
/// <remarks>
/// Lucene.Net stores them, so they need no memory and each block is verified when it is read. Unreadable vectors count as missing, which
/// costs only time. Safe for concurrent use.
/// </remarks>
internal sealed class VectorStore : IDisposable
{
    private const string KeyField = "key";
    private const string VectorsField = "vectors";

    private readonly System.Threading.Lock _writing = new();
    private readonly Func<OpenedIndex> _open;
    private readonly Action _clear;
    private volatile OpenedIndex _index;

    private VectorStore(Func<OpenedIndex> open, Action clear)
    {
        (_open, _clear) = (open, clear);
        try
        {
            _index = open();
        }
        catch (Exception e) when (IsDamage(e))
        {
            clear();
            _index = open();
        }
    }

    /// <summary>Opens the vectors in a locked data folder, or starts empty where they are damaged or of another model.</summary>
    /// <exception cref="IOException">The data folder can't be written.</exception>
    public static VectorStore Open(string dataPath, string modelVersion)
    {
        var path = PathIn(dataPath);
        return new VectorStore(
            () =>
            {
                IndexFolder.MakePrivate(path);
                return new OpenedIndex(new CheckedDirectory(path), modelVersion);
            },
            () => Directory.Delete(path, recursive: true)
        );
    }

    /// <summary>Returns the path of the vectors in a data folder.</summary>
    public static string PathIn(string dataPath) => Path.Combine(dataPath, "vectors");

    /// <summary>One that goes with the process.</summary>
    public static VectorStore InMemory() => new(() => new OpenedIndex(new RAMDirectory(), ""), () => { });

    /// <summary>Returns the vectors under each key, in order; null where there are none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>?> Read(IReadOnlyList<string> keys)
    {
        var searchers = _index.Searchers;
        IndexSearcher? searcher = null;
        try
        {
            searcher = searchers.Acquire();
            return [.. keys.Select(key => Read(searcher, key))];
        }
        catch (Exception e) when (IsDamage(e))
        {
            return [.. keys.Select(_ => (ReadOnlyMemory<byte>?)null)];
        }
        finally
        {
            if (searcher is not null)
            {
                searchers.Release(searcher);
            }
        }
    }

    /// <summary>Stores vectors, replacing those under the same key; a damaged store is replaced by one with only these.</summary>
    /// <exception cref="IOException">They can't be written.</exception>
    public void Add(IReadOnlyCollection<(string Key, ReadOnlyMemory<byte> Vectors)> made) =>
        Write(writer =>
        {
            foreach (var (key, vectors) in made)
            {
                writer.UpdateDocument(
                    new Term(KeyField, key),
                    new Document
                    {
                        new StringField(KeyField, key, Field.Store.NO),
                        new StoredField(VectorsField, new BytesRef(vectors.ToArray())),
                    }
                );
            }
        });

    /// <summary>Deletes all vectors whose key is not in <paramref name="keys"/>.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void KeepOnly(IReadOnlySet<string> keys)
    {
        string[] gone;
        var searchers = _index.Searchers;
        var searcher = searchers.Acquire();
        try
        {
            var terms = MultiFields.GetTerms(searcher.IndexReader, KeyField);
            gone = terms is null ? [] : [.. Keys(terms.GetEnumerator()).Where(key => !keys.Contains(key))];
        }
        finally
        {
            searchers.Release(searcher);
        }

        if (gone.Length > 0)
        {
            Write(writer => writer.DeleteDocuments([.. gone.Select(key => new Term(KeyField, key))]));
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _index.Dispose();
        }
    }

    private void Write(Action<IndexWriter> write)
    {
        lock (_writing)
        {
            try
            {
                _index.Write(write);
            }
            catch (Exception e) when (IsDamage(e))
            {
                BeginAnew();
                _index.Write(write);
            }
        }
    }

    private void BeginAnew()
    {
        try
        {
            _index.Dispose();
        }
        catch (Exception e) when (IsDamage(e))
        {
            // It goes as it is.
        }

        _clear();
        _index = _open();
    }

    private static ReadOnlyMemory<byte>? Read(IndexSearcher searcher, string key) =>
        searcher.Search(new TermQuery(new Term(KeyField, key)), 1).ScoreDocs is [var found, ..]
        && searcher.Doc(found.Doc).GetBinaryValue(VectorsField) is { } bytes
            ? bytes.Bytes.AsMemory(bytes.Offset, bytes.Length)
            : null;

    private static IEnumerable<string> Keys(TermsEnum terms)
    {
        while (terms.MoveNext())
        {
            yield return terms.Term.Utf8ToString();
        }
    }

    private static bool IsDamage(Exception e) => e is IOException or InvalidDataException or InvalidOperationException or ArgumentException;
}
