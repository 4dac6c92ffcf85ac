namespace BriefBot.Knowledge;

/// <summary>The files of the folder as they were last read. Safe for concurrent use.</summary>
public sealed class KnowledgeCatalog
{
    private volatile IReadOnlyList<IndexedDocument> _documents = [];
    private volatile HashSet<string> _stale = [];

    /// <summary>In the ordinal order of their paths; empty until the folder has been read.</summary>
    public IReadOnlyList<IndexedDocument> Documents => _documents;

    /// <summary>Takes the place of what stood here before.</summary>
    public void Replace(IEnumerable<IndexedDocument> documents)
    {
        _documents = [.. documents.OrderBy(document => document.Path, StringComparer.Ordinal)];
        _stale = _documents.Where(document => document.State == DocumentState.Stale).Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the file of this path could not be read last, so that what is kept of it may be out of date.</summary>
    public bool IsStale(string path) => _stale.Contains(path);
}
