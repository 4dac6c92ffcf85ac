using System.Collections.Concurrent;

namespace BriefBot;

/// <summary>
/// Caches values by key and drops the least recently used half when it is full. Holds at most twice <paramref name="generation"/> values:
/// the current generation and the one before.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="make">Creates the value of a key that is not cached.</param>
/// <param name="generation">Number of values after which the older generation is dropped, from 1.</param>
/// <param name="same">Compares keys; null for the default comparison.</param>
internal sealed class GenerationalCache<TKey, TValue>(Func<TKey, TValue> make, int generation = 500, IEqualityComparer<TKey>? same = null)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> _young = new(same);
    private ConcurrentDictionary<TKey, TValue> _old = new(same);
    private int _count;

    public TValue Get(TKey key)
    {
        if (_young.TryGetValue(key, out var value))
        {
            return value;
        }

        if (!_old.TryGetValue(key, out value))
        {
            value = make(key);
        }

        if (_young.TryAdd(key, value) && Interlocked.Increment(ref _count) >= generation)
        {
            Interlocked.Exchange(ref _count, 0);
            _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<TKey, TValue>(same));
        }

        return value;
    }
}
