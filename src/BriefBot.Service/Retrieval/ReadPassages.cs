using System.Collections.Concurrent;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Passages of one commit that were read lately, so that what is asked for often is not read again; the same document gives the
/// same object while it is kept. Safe for concurrent use.
/// </summary>
internal sealed class ReadPassages(Func<int, Passage> read)
{
    /// <summary>At the most twice as many are kept: those read since, and those of the time before.</summary>
    private const int Generation = 500;

    private ConcurrentDictionary<int, Passage> _young = new();
    private ConcurrentDictionary<int, Passage> _old = new();
    private int _count;

    public Passage Get(int document)
    {
        if (_young.TryGetValue(document, out var passage))
        {
            return passage;
        }

        if (!_old.TryGetValue(document, out passage))
        {
            passage = read(document);
        }

        if (_young.TryAdd(document, passage) && Interlocked.Increment(ref _count) >= Generation)
        {
            Interlocked.Exchange(ref _count, 0);
            _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<int, Passage>());
        }

        return passage;
    }
}
