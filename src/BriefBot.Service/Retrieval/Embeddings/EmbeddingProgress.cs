using System.Collections.Concurrent;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>Counts the units of each article that have their vectors. Safe for concurrent use.</summary>
internal sealed class EmbeddingProgress
{
    private readonly ConcurrentDictionary<string, (int Units, int Embedded)> _articles = new(StringComparer.Ordinal);

    /// <summary>
    /// All units that were looked at, and how many of them have their vectors; 0 and 0 without a model, and until it is loaded.
    /// </summary>
    public (int Units, int Embedded) All => (_articles.Values.Sum(one => one.Units), _articles.Values.Sum(one => one.Embedded));

    /// <summary>Returns the same of one article; null where it was not looked at yet.</summary>
    public (int Units, int Embedded)? Find(string path) => _articles.TryGetValue(path, out var counts) ? counts : null;

    /// <summary>Records the current counts of an article.</summary>
    public void Set(string path, int units, int embedded) => _articles[path] = (units, embedded);

    /// <summary>Forgets all other articles.</summary>
    public void KeepOnly(IReadOnlySet<string> paths)
    {
        foreach (var path in _articles.Keys.Where(path => !paths.Contains(path)))
        {
            _articles.TryRemove(path, out _);
        }
    }
}
