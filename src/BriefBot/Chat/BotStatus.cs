using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Knowledge;

namespace BriefBot.Chat;

/// <summary>
/// Describes how the bot is in a few lines: its articles and those with a problem, its networks, its store. Safe for concurrent use.
/// </summary>
internal sealed class BotStatus(
    KnowledgeCatalog catalog,
    KnowledgeReadiness readiness,
    IEnumerable<IChatGateway> gateways,
    IAnswerStore? store = null
)
{
    /// <summary>Maximum number of files with a problem that are listed.</summary>
    private const int MaxProblems = 10;

    /// <summary>Returns a sentence, and a line for each thing.</summary>
    public (string Said, IReadOnlyList<string> Lines) Describe()
    {
        IndexedDocument[] failing =
        [
            .. catalog.Documents.Where(document => document.Problem is not null && document.State != DocumentState.Skipped),
        ];
        string?[] problems = [readiness.Problem, readiness.Degraded, store?.Problem];
        return (
            problems.All(problem => problem is null) && failing.Length == 0 ? BotTexts.StatusWell : BotTexts.StatusNotWell,
            [
                BotTexts.Sources(catalog.Documents.Count(document => document.PassageCount > 0)),
                .. readiness.IsReading ? [BotTexts.StatusReading] : Array.Empty<string>(),
                .. problems.OfType<string>(),
                .. failing.Take(MaxProblems).Select(document => $"{document.Path}: {document.Problem}"),
                .. failing.Length > MaxProblems ? [BotTexts.AndMore(failing.Length - MaxProblems)] : Array.Empty<string>(),
                .. gateways.Select(gateway =>
                    NetworkHealth.IsConnected(gateway) ? BotTexts.StatusConnected(gateway.Network) : BotTexts.StatusAway(gateway.Network)
                ),
            ]
        );
    }
}
