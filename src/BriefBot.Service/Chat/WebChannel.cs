using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BriefBot.Service.Chat;

/// <summary>The local web channel: questions over HTTP, the list of documents, health, and the chat page.</summary>
internal static class WebChannel
{
    /// <summary>Whether the service runs.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Whether it can answer.</summary>
    public const string ReadyPath = "/health/ready";

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
        app.MapPost("/api/ask", AskEndpoint.AskAsync);
        app.MapRead("/api/documents", (KnowledgeCatalog catalog) => Results.Json(catalog.Documents.Select(DocumentResponse.Of), WebJson.Default.IEnumerableDocumentResponse));
        app.MapRead(LivePath, () => Results.Text("live"));
        app.MapRead(ReadyPath, Ready);
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

    private static IResult Ready(HttpContext http, KnowledgeReadiness readiness, IEnumerable<IChatGateway> gateways)
    {
        if (readiness.Problem is { } problem)
        {
            return AskEndpoint.NotNow(http, problem);
        }

        var networks = gateways.Select(gateway => $"{gateway.Network}: {(gateway.IsConnected ? "connected" : "not connected")}");
        return Results.Text(string.Join('\n', [readiness.IsComplete ? "ready" : "ready, and still reading some files", .. readiness.Degraded is { } degraded ? [$"degraded: {degraded}"] : Array.Empty<string>(), .. networks]));
    }
}
