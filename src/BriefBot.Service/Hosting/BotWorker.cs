using BriefBot.Answers;
using BriefBot.Knowledge;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Reads the folder when the service starts, and asks itself something, so that the first who asks need not wait; then
/// reads it again whenever it changes, on SIGHUP (the settings too), and when the index turns out to be damaged.
/// </summary>
internal sealed class BotWorker(
    KnowledgeIndexer indexer,
    IAnswerer answerer,
    KnowledgeReadiness readiness,
    TelemetryExport telemetry,
    ReloadSignal reload,
    LiveSettings settings,
    ILogger<BotWorker> logger) : BackgroundService
{
    private readonly TaskCompletionSource _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the folder has been read for the first time.</summary>
    public Task HasRead => _hasRead.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await indexer.IndexAsync(stoppingToken);
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

    /// <summary>Whatever becomes of it, those who ask are answered.</summary>
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
