using System.Collections.Concurrent;

namespace BriefBot;

/// <summary>
/// What was made lately, by what it was made of, so that what is asked for often is not made again. At the most twice
/// <paramref name="generation"/> are kept: those made since, and those of the time before. Safe for concurrent use.
/// </summary>
/// <param name="make">Makes what is not kept.</param>
/// <param name="generation">How many are kept before the older ones go, from 1.</param>
/// <param name="same">Which keys are the same; null for those that equal each other.</param>
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
