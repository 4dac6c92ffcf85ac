using BriefBot.Chat.Memory;
using BriefBot.Knowledge;
using BriefBot.Service.Chat.Memory;

namespace BriefBot.Service.Chat;

/// <summary><c>GET /api/answers/{id}</c>: a recorded answer with its evidence. <c>GET /api/gaps</c>: the unanswered questions.</summary>
internal static class AnswersEndpoint
{
    private const int MaxIdLength = 40;
    private const int DefaultDays = 30;
    private const int MaxDays = 3_650;

    public static IResult Find(string id, KnowledgeCatalog catalog, IServiceProvider services) =>
        id.Length <= MaxIdLength && services.GetService<IAnswerStore>()?.Find(id) is { } asked
            ? Results.Json(
                AnswerReplay.Create(asked, path => catalog.Documents.FirstOrDefault(document => document.Path == path)?.Hash),
                WebJson.Default.AnswerReplay
            )
            : Results.Problem(
                "There is no answer with this id: it is too old, or Memory:Questions is off.",
                statusCode: StatusCodes.Status404NotFound
            );

    public static async Task<IResult> GapsAsync(int? since, IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetService<GapReports>() is { } reports
            ? Results.Json(
                await reports.CreateAsync(Math.Clamp(since ?? DefaultDays, 1, MaxDays), cancellationToken),
                WebJson.Default.GapReport
            )
            : Results.Problem("Questions are not kept: Memory:Enabled is off.", statusCode: StatusCodes.Status404NotFound);
}
