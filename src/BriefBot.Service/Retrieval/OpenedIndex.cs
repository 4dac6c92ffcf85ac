using BriefBot.Knowledge;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// An index as Lucene has it open: one writer, and searchers of its last commit. One call of <see cref="Write"/> at a time; all else is
/// safe for concurrent use.
/// </summary>
internal sealed class OpenedIndex : IDisposable
{
    private const string FormatKey = "format";
    private const string FolderKey = "folder";
    private const string MountKey = "mount";

    /// <summary>Number of segments of similar size that are merged into one.</summary>
    private const int MostSegments = 2;

    private readonly LuceneDirectory _directory;
    private readonly string _format;
    private readonly BM25Similarity _similarity = new(k1: 0.6f, b: 0.6f);
    private IndexWriter _writer;

    /// <summary>
    /// Opens the index in <paramref name="directory"/>, which it owns from then on, or makes one; one of another format is dropped.
    /// </summary>
    /// <exception cref="IOException">The index is damaged, or the directory can't be used.</exception>
    public OpenedIndex(LuceneDirectory directory, string format)
    {
        (_directory, _format) = (directory, format);
        (IsForeign, Source) = DirectoryReader.IndexExists(directory) ? ReadCommit() : (false, null);
        _writer = OpenWriter(IsForeign ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
        try
        {
            if (IsForeign || !DirectoryReader.IndexExists(directory))
            {
                Commit();
            }

            Searchers = new SearcherManager(directory, new ScoringSearchers(_similarity));
        }
        catch
        {
            // Release the directory's lock if opening failed.
            _writer.Rollback();
            throw;
        }
    }

    /// <summary>Indicates whether the directory held an index of another format.</summary>
    public bool IsForeign { get; }

    public SearcherManager Searchers { get; }

    /// <summary>The last value of <see cref="SetSource"/>, in this index or since it was opened.</summary>
    public StoredSource? Source { get; private set; }

    /// <summary>Commits from where all of it was read.</summary>
    public void SetSource(StoredSource? source)
    {
        var before = Source;
        Source = source;
        try
        {
            Write(_ => { });
        }
        catch
        {
            Source = before;
            throw;
        }
    }

    /// <summary>Writes and commits, or leaves all as it was.</summary>
    public void Write(Action<IndexWriter> write)
    {
        try
        {
            write(_writer);
            Commit();
        }
        catch
        {
            // Half-written documents must not be part of the next commit. Rollback closes the writer.
            _writer.Rollback();
            _writer = OpenWriter(OpenMode.APPEND);
            throw;
        }

        Searchers.MaybeRefreshBlocking();
    }

    /// <summary>Discards uncommitted changes and closes the index.</summary>
    public void Dispose()
    {
        Searchers.Dispose();
        _writer.Rollback();
        _directory.Dispose();
    }

    private (bool IsForeign, StoredSource? Source) ReadCommit()
    {
        using var reader = DirectoryReader.Open(_directory);
        var data = reader.IndexCommit.UserData;
        return !data.TryGetValue(FormatKey, out var format) || format != _format
            ? (true, null)
            : (
                false,
                data.TryGetValue(FolderKey, out var folder)
                    ? new StoredSource(folder, data.TryGetValue(MountKey, out var mount) ? mount : null)
                    : null
            );
    }

    /// <summary>
    /// Opens a writer that merges on the writing thread, where damage can be handled, and down to few segments, because a question searches
    /// each.
    /// </summary>
    private IndexWriter OpenWriter(OpenMode mode) =>
        new(
            _directory,
            new IndexWriterConfig(EnglishTextAnalyzer.Version, LuceneAnalyzers.ByField())
            {
                OpenMode = mode,
                Similarity = _similarity,
                MergeScheduler = new SerialMergeScheduler(),
                MergePolicy = new TieredMergePolicy
                {
                    SegmentsPerTier = MostSegments,
                    MaxMergeAtOnce = MostSegments,
                    FloorSegmentMB = 1,
                    NoCFSRatio = 0,
                },
                // A file within a file would be buffered twice.
                UseCompoundFile = false,
            }
        );

    private void Commit()
    {
        var data = new Dictionary<string, string> { [FormatKey] = _format };
        if (Source is { } source)
        {
            data[FolderKey] = source.Folder;
        }

        if (Source?.Mount is { } mount)
        {
            data[MountKey] = mount;
        }

        _writer.SetCommitData(data);
        _writer.Commit();
    }

    private sealed class ScoringSearchers(Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new ScoringSearcher(reader, similarity);
    }
}
