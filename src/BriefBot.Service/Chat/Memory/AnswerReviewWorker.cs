using BriefBot.Chat.Memory;
using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Runs <see cref="AnswerReview"/> when the folder has been read and has been still for a moment.</summary>
internal sealed class AnswerReviewWorker(
    AnswerReview review,
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    TimeProvider time,
    ILogger<AnswerReviewWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan StillFor = TimeSpan.FromSeconds(1);

    /// <summary>Maximum time that a folder which keeps changing is waited for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(0);
        void Signal() => changed.Release();
        catalog.Replaced += Signal;
        try
        {
            while (true)
            {
                await changed.WaitAsync(stoppingToken);
                var began = time.GetTimestamp();
                do
                {
                    await Task.Delay(StillFor, time, stoppingToken);
                } while (!readiness.IsReady || (HasChanged(changed) && time.GetElapsedTime(began) < LongestWait));

                await ReviewAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            catalog.Replaced -= Signal;
        }
    }

    /// <summary>Returns whether anything has changed since the last call.</summary>
    private static bool HasChanged(SemaphoreSlim changed)
    {
        var has = false;
        while (changed.Wait(0))
        {
            has = true;
        }

        return has;
    }

    private async Task ReviewAsync(CancellationToken stoppingToken)
    {
        try
        {
            await review.ReviewAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next change reviews the same again.
            Log.NotReviewed(logger, e);
        }
    }
}
