using BriefBot.Answers;
using BriefBot.Knowledge;

namespace BriefBot.Service.Hosting;

/// <summary>Reads the folder once when the service starts, and asks itself something, so that the first who asks need not wait.</summary>
internal sealed class BotWorker(KnowledgeIndexer indexer, IAnswerer answerer, KnowledgeReadiness readiness, ILogger<BotWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await indexer.IndexAsync(stoppingToken);
            await answerer.AnswerAsync("What is this about?", [], stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ReadingFailed(logger, e);
            readiness.NotReady(Words.FolderCannotBeRead);
        }
    }
}
