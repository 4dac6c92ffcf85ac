using System.Globalization;
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

    public static IResult Find(string id, KnowledgeCatalog catalog, HttpContext http, IServiceProvider services) =>
        id.Length <= MaxIdLength && services.GetService<IAnswerStore>()?.Find(id.ToLowerInvariant()) is { } asked
            ? Results.Json(
                AnswerReplay.Create(asked, path => catalog.Documents.FirstOrDefault(document => document.Path == path)?.Hash),
                WebJson.Default.AnswerReplay
            )
            : NotFound(http, services, "There is no answer with this id: it is too old, or Memory:Enabled or Memory:Questions is off.");

    public static async Task<IResult> GapsAsync(string? since, HttpContext http, IServiceProvider services)
    {
        var days = DefaultDays;
        if (since is not null && !(int.TryParse(since, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MaxDays))
        {
            return Results.Problem($"since must be a number of days from 1 to {MaxDays}.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (services.GetService<GapReports>() is not { IsKept: true } reports)
        {
            return NotFound(http, services, "Questions are not kept: Memory:Enabled or Memory:Questions is off.");
        }

        var report = await reports.CreateAsync(days, http.RequestAborted);
        return services.GetService<IAnswerStore>() is { Problem: { } problem }
            ? AskEndpoint.NotNow(http, problem)
            : Results.Json(report, WebJson.Default.GapReport);
    }

    /// <summary>Returns 404, or 503 while the store can't be read.</summary>
    private static IResult NotFound(HttpContext http, IServiceProvider services, string reason) =>
        services.GetService<IAnswerStore>() is { Problem: { } problem }
            ? AskEndpoint.NotNow(http, problem)
            : Results.Problem(reason, statusCode: StatusCodes.Status404NotFound);
}
