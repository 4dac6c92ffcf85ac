namespace BriefBot.Knowledge;

/// <summary>The files of the folder as they were last read. Safe for concurrent use.</summary>
public sealed class KnowledgeCatalog
{
    private volatile IReadOnlyList<IndexedDocument> _documents = [];
    private volatile HashSet<string> _stale = [];

    /// <summary>In the ordinal order of their paths; empty until the folder has been read.</summary>
    public IReadOnlyList<IndexedDocument> Documents => _documents;

    /// <summary>Raised when the documents were replaced, on the thread that replaced them; a handler must not block.</summary>
    public event Action? Replaced;

    /// <summary>Replaces the documents.</summary>
    public void Replace(IEnumerable<IndexedDocument> documents)
    {
        _documents = [.. documents.OrderBy(document => document.Path, StringComparer.Ordinal)];
        _stale = _documents
            .Where(document => document.State == DocumentState.Stale)
            .Select(document => document.Path)
            .ToHashSet(StringComparer.Ordinal);
        Replaced?.Invoke();
    }

    /// <summary>Returns whether the last reading of the file failed, so that its stored version may be out of date.</summary>
    public bool IsStale(string path) => _stale.Contains(path);
}
