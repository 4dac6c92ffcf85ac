using System.Globalization;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>The files of the folder as they were last read. Safe for concurrent use.</summary>
public sealed class KnowledgeCatalog(IOptions<KnowledgeOptions>? options = null)
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

    /// <summary>The address at which a place of a file can be seen, by <see cref="KnowledgeOptions.LinkPattern"/>, or null where none is set.</summary>
    public string? LinkTo(string path, Place place)
    {
        var line = place.Unit == PlaceUnit.Line ? place.First : 1;
        return options?.Value.LinkPattern is { Length: > 0 } pattern
            ? pattern.Replace("{line}", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{path}", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal)
            : null;
    }

    /// <summary>Whether the file of this path could not be read last, so that what is kept of it may be out of date.</summary>
    public bool IsStale(string path) => _stale.Contains(path);
}
