using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat.Memory;

/// <summary>
/// Creates reports of unanswered questions in the service, with the embedding model where it is loaded. Safe for concurrent use.
/// </summary>
internal sealed class GapReports(
    IAnswerStore store,
    ITextAnalyzer analyzer,
    IOptions<MemoryOptions> options,
    TimeProvider time,
    EmbeddedUnits? units = null
) : IDisposable
{
    /// <summary>Maximum number of questions of a report, the newest ones.</summary>
    private const int MaxQuestions = 500;

    private readonly SemaphoreSlim _one = new(1, 1);
    private Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);

    /// <summary>Indicates whether questions are kept.</summary>
    public bool IsKept => options.Value.Questions;

    /// <summary>Returns the report of the last days, with texts that are safe to pass on to a chat.</summary>
    public async Task<GapReport> CreateAsync(int days, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-days);
        var asked = store.FindUnanswered(since).TakeLast(MaxQuestions).ToArray();
        await _one.WaitAsync(cancellationToken);
        try
        {
            var vectors = await EmbedAsync([.. asked.Select(question => question.Text)], cancellationToken);
            var report = GapReport.Create(asked, since, analyzer, vectors is null ? null : _ => vectors);
            return report with { Gaps = [.. report.Gaps.Select(Escape)] };
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Returns the vectors of texts; those of the last report are kept.</summary>
    private async Task<IReadOnlyList<float[]>?> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((_vectors.GetValueOrDefault(text) ?? await (units?.EmbedAsync(text) ?? Task.FromResult<float[]?>(null))) is not { } vector)
            {
                return null;
            }

            made[text] = vector;
        }

        _vectors = made;
        return [.. texts.Select(text => made[text])];
    }

    private static Gap Escape(Gap gap) =>
        gap with
        {
            Samples = [.. gap.Samples.Select(PlainText.Escape)],
            Remarks = [.. gap.Remarks.Select(PlainText.Escape)],
            Closest = gap.Closest is { } closest ? PlainText.Escape(closest) : null,
        };
}
