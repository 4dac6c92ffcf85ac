using System.Globalization;
using System.Threading.RateLimiting;
using BriefBot.Chat;
using BriefBot.Knowledge;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat;

/// <summary>The local web channel: questions over HTTP, the list of documents, health, and the chat page.</summary>
internal static class WebChannel
{
    private const string AskLimit = "ask";

    /// <summary>Lets the page's own files run and load, and nothing else; what is no page may do nothing at all with it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddWebChannel(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AskEndpoint.MaxBody;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) => TooFastAsync(context);
            limiter.AddPolicy(AskLimit, PerAddress);
        });
        return services;
    }

    /// <param name="app">The service.</param>
    /// <param name="hosts">The names under which it answers; <c>*</c> means any.</param>
    public static void MapWebChannel(this WebApplication app, IReadOnlyCollection<string> hosts)
    {
        app.Use(AddHeaders);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(new ForeignSites(hosts).RefuseAsync);
        app.UseRateLimiter();
        app.MapPost("/api/ask", AskEndpoint.AskAsync).RequireRateLimiting(AskLimit);
        app.MapRead("/api/documents", (KnowledgeCatalog catalog) => Results.Json(catalog.Documents.Select(DocumentResponse.Of), WebJson.Default.IEnumerableDocumentResponse));
        app.MapRead("/health/live", () => Results.Text("live"));
        app.MapRead("/health/ready", Ready);
        ChatPage.Map(app);
    }

    /// <summary>Maps what only reads, for those too who ask for its headers alone.</summary>
    public static void MapRead(this WebApplication app, string path, Delegate handler) => app.MapMethods(path, Reading, handler);

    private static Task AddHeaders(HttpContext http, RequestDelegate next)
    {
        // When the answer starts: an error handler clears what was set before.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static IResult Ready(HttpContext http, KnowledgeReadiness readiness) =>
        readiness.Problem is { } problem ? AskEndpoint.NotNow(http, problem) : Results.Text(readiness.IsComplete ? "ready" : "ready, and still reading some files");

    private static RateLimitPartition<string> PerAddress(HttpContext http)
    {
        var perMinute = http.RequestServices.GetRequiredService<IOptions<ChatOptions>>().Value.QuestionsPerMinute;
        return RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }

    private static async ValueTask TooFastAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await Results.Problem("Too many questions in a minute from this address. Wait a little.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
    }
}
