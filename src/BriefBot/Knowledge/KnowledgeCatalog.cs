namespace BriefBot.Knowledge;

/// <summary>The files of the folder as they were last read. Safe for concurrent use.</summary>
public sealed class KnowledgeCatalog
{
    private volatile IReadOnlyList<IndexedDocument> _documents = [];

    /// <summary>In the ordinal order of their paths; empty until the folder has been read.</summary>
    public IReadOnlyList<IndexedDocument> Documents => _documents;

    /// <summary>Takes the place of what stood here before.</summary>
    public void Replace(IEnumerable<IndexedDocument> documents) =>
        _documents = [.. documents.OrderBy(document => document.Path, StringComparer.Ordinal)];
}
