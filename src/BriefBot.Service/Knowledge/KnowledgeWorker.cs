using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>Reads the folder once when the service starts.</summary>
internal sealed class KnowledgeWorker(KnowledgeIndexer indexer) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => indexer.IndexAsync(stoppingToken);
}
