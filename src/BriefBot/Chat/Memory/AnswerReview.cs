using BriefBot.Answers;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Memory;

/// <summary>
/// Reviews recorded answers when articles change: marks those of which a quote has changed or gone, and closes unanswered questions that
/// the articles answer by now. One call at a time.
/// </summary>
internal sealed class AnswerReview(
    IAnswerStore store,
    KnowledgeCatalog catalog,
    IPassageReader passages,
    IAnswerer answerer,
    IOptions<MemoryOptions> options,
    TimeProvider time,
    ILogger<AnswerReview> logger,
    WaitingAskers askers,
    IEnumerable<IChatGateway> gateways
)
{
    /// <summary>Maximum number of unanswered questions asked again after a change, the newest first.</summary>
    private const int MaxQuestions = 500;

    /// <summary>Maximum age of an unanswered question that is asked again, in days.</summary>
    private const int MaxDays = 30;

    private Dictionary<string, string?> _reviewed = [];
    private bool _isFirst = true;

    /// <summary>Reviews what the changes since the last call concern; the first call, all recorded answers.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="IndexUnavailableException">The index can't be read; the next call reviews the same again.</exception>
    public async Task ReviewAsync(CancellationToken cancellationToken)
    {
        var now = catalog.Documents.ToDictionary(document => document.Path, document => document.Hash, StringComparer.Ordinal);
        var since = time.GetUtcNow().AddDays(-options.Value.CorrectDays);
        string[] paths =
        [
            .. _isFirst
                ? store.FindCitedPaths(since)
                : now.Keys.Union(_reviewed.Keys).Where(path => now.GetValueOrDefault(path) != _reviewed.GetValueOrDefault(path)),
        ];
        var isChanged = _isFirst || paths.Length > 0;
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Mark(path, now.GetValueOrDefault(path), since);
        }

        if (isChanged)
        {
            await CloseAsync(cancellationToken);
        }

        (_reviewed, _isFirst) = (now, false);
    }

    private void Mark(string path, string? hash, DateTimeOffset since)
    {
        var citing = store.FindCiting(path, since);
        if (citing.Count == 0)
        {
            return;
        }

        var present = passages.Read(path);
        foreach (var asked in citing)
        {
            var citations = (asked.Recorded?.Answer as Answer.Grounded)?.Citations ?? [];
            bool Stands(Citation citation) =>
                citation.Hash == hash
                || present.Any(passage =>
                    passage.Section == citation.Section
                    && passage.Blocks.Any(block => block.Text.Contains(citation.Quote, StringComparison.Ordinal))
                );
            if (citations.Any(citation => citation.Path == path && !Stands(citation)))
            {
                store.MarkChanged(asked.Id);
                Log.SourceChanged(logger, asked.Id, path);
            }
        }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        var unanswered = store
            .FindUnanswered(time.GetUtcNow().AddDays(-MaxDays))
            .Where(asked => asked.Outcome != "grounded")
            .GroupBy(asked => asked.Text, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Max(asked => asked.At))
            .Take(MaxQuestions);
        foreach (var same in unanswered)
        {
            var answer = await answerer.AnswerAsync(same.Key, [], cancellationToken);
            if (answer is Answer.Grounded { IsSure: true, Unanswered.Count: 0 } grounded)
            {
                foreach (var asked in same)
                {
                    store.Close(asked.Id);
                    await askers.TellAsync(gateways, asked.Id, grounded, cancellationToken);
                }
            }
        }
    }
}
