using System.Diagnostics.CodeAnalysis;

namespace BriefBot.Chat;

/// <summary>Caches values by key up to a capacity and drops the least recently used. Not safe for concurrent use.</summary>
/// <param name="capacity">Maximum number of values.</param>
internal sealed class LruCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _unusedFirst = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_byKey.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        _unusedFirst.Remove(node);
        _unusedFirst.AddLast(node);
        value = node.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        Remove(key);
        _byKey[key] = _unusedFirst.AddLast((key, value));
        if (_byKey.Count > capacity && _unusedFirst.First is { } unused)
        {
            Remove(unused.Value.Key);
        }
    }

    /// <summary>Puts another value in the place of each, which counts as no use.</summary>
    public void Update(Func<TKey, TValue, TValue> update)
    {
        for (var node = _unusedFirst.First; node is not null; node = node.Next)
        {
            node.Value = (node.Value.Key, update(node.Value.Key, node.Value.Value));
        }
    }

    public void Remove(TKey key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _unusedFirst.Remove(node);
        }
    }
}
