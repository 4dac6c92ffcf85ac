namespace BriefBot.Chat.Gateways;

/// <summary>Runs work with the same key in order and with different keys concurrently. Safe for concurrent use.</summary>
internal sealed class KeyedQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, Lane> _lanes = [];

    /// <summary>Does <paramref name="work"/> after all that came before it in the same lane; returns at once.</summary>
    /// <param name="lane">The key; a unique one imposes no order.</param>
    /// <param name="work">Deals with its own failures.</param>
    public void Enqueue(object lane, Func<Task> work)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(lane, out var last))
            {
                _lanes[lane] = last = new Lane();
            }

            last.Waiting++;
            last.Last = RunAsync(lane, last, last.Last, work);
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
            return [.. _lanes.Values.Select(lane => lane.Last)];
        }
    }

    private async Task RunAsync(object key, Lane lane, Task before, Func<Task> work)
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
                if (--lane.Waiting == 0)
                {
                    _lanes.Remove(key);
                }
            }
        }
    }

    private sealed class Lane
    {
        public int Waiting { get; set; }

        public Task Last { get; set; } = Task.CompletedTask;
    }
}
