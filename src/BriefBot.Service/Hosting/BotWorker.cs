using BriefBot.Answers;
using BriefBot.Knowledge;

namespace BriefBot.Service.Hosting;

/// <summary>Reads the folder once when the service starts, and asks itself something, so that the first who asks need not wait.</summary>
internal sealed class BotWorker(KnowledgeIndexer indexer, IAnswerer answerer) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await indexer.IndexAsync(stoppingToken);
        await answerer.AnswerAsync("What is this about?", [], stoppingToken);
    }
}
