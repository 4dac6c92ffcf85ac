using System.Diagnostics;

namespace BriefBot.Chat;

/// <summary>Limits the number of questions that are answered at the same time and that wait. Safe for concurrent use.</summary>
internal sealed class AnswerSlots(int concurrent, int waiting) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(concurrent);
    private int _inside;

    /// <summary>Waits for its turn and answers, or returns null at once where too many wait.</summary>
    public async Task<T?> TakeAsync<T>(Func<Task<T>> answer, CancellationToken cancellationToken)
        where T : class
    {
        if (Interlocked.Increment(ref _inside) > concurrent + waiting)
        {
            Interlocked.Decrement(ref _inside);
            return null;
        }

        BotMetrics.Active(1);
        try
        {
            var began = Stopwatch.GetTimestamp();
            await _slots.WaitAsync(cancellationToken);
            BotMetrics.Stage("wait", began);
            try
            {
                return await answer();
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            BotMetrics.Active(-1);
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _slots.Dispose();
}
