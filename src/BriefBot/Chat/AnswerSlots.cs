using System.Diagnostics;
using System.Threading.RateLimiting;

namespace BriefBot.Chat;

/// <summary>Limits the number of questions that are answered at the same time and that wait. Safe for concurrent use.</summary>
internal sealed class AnswerSlots(int concurrent, int waiting) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = concurrent,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for its turn and answers, or returns null at once where too many wait.</summary>
    public async Task<T?> TakeAsync<T>(Func<Task<T>> answer, CancellationToken cancellationToken)
        where T : class
    {
        BotMetrics.Active(1);
        try
        {
            var began = Stopwatch.GetTimestamp();
            using var lease = await _limiter.AcquireAsync(1, cancellationToken);
            if (!lease.IsAcquired)
            {
                return null;
            }

            BotMetrics.Stage("wait", began);
            return await answer();
        }
        finally
        {
            BotMetrics.Active(-1);
        }
    }

    public void Dispose() => _limiter.Dispose();
}
