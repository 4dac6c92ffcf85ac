using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Fakes;

/// <summary>Time that stands still until a test lets it go on, which it can do when somebody has begun to wait.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _begun = [];
    private TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            _begun.Add(dueTime);
            _another.TrySetResult();
            _another = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return timer;
    }

    /// <summary>Whoever has begun to wait so far does not count.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _begun.Clear();
        }
    }

    /// <summary>Lets time go on by so much, once somebody waits for as long.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        while (true)
        {
            Task another;
            lock (_lock)
            {
                if (_begun.Remove(wait))
                {
                    break;
                }

                another = _another.Task;
            }

            await another.WaitAsync(TestContext.Current.CancellationToken);
        }

        Advance(wait);
    }
}
