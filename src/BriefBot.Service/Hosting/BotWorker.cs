using BriefBot.Answers;
using BriefBot.Knowledge;

namespace BriefBot.Service.Hosting;

/// <summary>Reads the folder when the service starts and asks one question to warm up, so that the first person need not wait.</summary>
/// <remarks>Then reads it again when it changes, on SIGHUP (settings too), and when the index turns out to be damaged.</remarks>
internal sealed class BotWorker(
    KnowledgeIndexer indexer,
    IAnswerer answerer,
    KnowledgeReadiness readiness,
    TelemetryExport telemetry,
    ReloadSignal reload,
    LiveSettings settings,
    ILogger<BotWorker> logger
) : BackgroundService
{
    private readonly TaskCompletionSource _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the folder has been read for the first time.</summary>
    public Task HasRead => _hasRead.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            indexer.Index(stoppingToken);
            telemetry.Begin();
            await WarmUpAsync(stoppingToken);
            _hasRead.TrySetResult();
            reload.Listen(Again);
            await indexer.KeepAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ReadingFailed(logger, e);
            readiness.NotReady(BotTexts.FolderCannotBeRead);
        }
    }

    private void Again()
    {
        Log.Reloading(logger);
        settings.ReadAgain();
        indexer.ReadAgain();
    }

    /// <summary>Asks one question. A failure is ignored: questions are answered anyway.</summary>
    private async Task WarmUpAsync(CancellationToken stoppingToken)
    {
        try
        {
            await answerer.AnswerAsync("What is this about?", [], stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.WarmUpFailed(logger, e);
        }
    }
}
