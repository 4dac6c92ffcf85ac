namespace BriefBot.Chat.Gateways;

/// <summary>Runs work with the same key in order and with different keys concurrently. Safe for concurrent use.</summary>
internal sealed class KeyedQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, Queue> _queues = [];

    /// <summary>Runs <paramref name="work"/> after earlier work with the same key; returns at once.</summary>
    /// <param name="key">The key; a unique one imposes no order.</param>
    /// <param name="work">Deals with its own failures.</param>
    public void Enqueue(object key, Func<Task> work)
    {
        lock (_lock)
        {
            if (!_queues.TryGetValue(key, out var last))
            {
                _queues[key] = last = new Queue();
            }

            last.Waiting++;
            last.Last = RunAsync(key, last, last.Last, work);
        }
    }

    /// <summary>Completes when nothing is left to do.</summary>
    public async Task WhenIdleAsync()
    {
        while (Unfinished() is { Length: > 0 } unfinished)
        {
            await Task.WhenAll(unfinished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task[] Unfinished()
    {
        lock (_lock)
        {
            return [.. _queues.Values.Select(queue => queue.Last)];
        }
    }

    private async Task RunAsync(object key, Queue queue, Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work();
        }
        finally
        {
            lock (_lock)
            {
                if (--queue.Waiting == 0)
                {
                    _queues.Remove(key);
                }
            }
        }
    }

    private sealed class Queue
    {
        public int Waiting { get; set; }

        public Task Last { get; set; } = Task.CompletedTask;
    }
}
