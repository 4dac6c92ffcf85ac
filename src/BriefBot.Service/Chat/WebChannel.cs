using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BriefBot.Service.Chat;

/// <summary>The local web channel: questions over HTTP, the list of documents, health, and the chat page.</summary>
internal static class WebChannel
{
    /// <summary>Whether the service runs.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Whether all chat networks are connected.</summary>
    public const string NetworksPath = "/health/networks";

    /// <summary>Whether it can answer over HTTP, whatever becomes of chat networks.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>Lets the page's own files run and load, and nothing else; what is no page may do nothing at all with it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Whoever has not sent a request's headers by then is slower than any network.</summary>
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    private const int MaxConnections = 1_000;

    /// <param name="services">The service's.</param>
    /// <param name="perMinute">How many requests of one address are taken in any minute.</param>
    public static IServiceCollection AddWebChannel(this IServiceCollection services, int perMinute)
    {
        services.AddProblemDetails();
        // Names are looked at by ForeignSites, which lets probes in by address.
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        RequestLimit.Add(services, perMinute);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AskEndpoint.MaxBody;
            kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        });
        return services;
    }

    /// <param name="app">The service.</param>
    /// <param name="hosts">The names under which it answers; <c>*</c> means any.</param>
    /// <param name="keys">What who asks has to bring, one of them; empty where nothing.</param>
    /// <param name="refused">Told of those who do not.</param>
    public static void MapWebChannel(this WebApplication app, IReadOnlyCollection<string> hosts, Func<IReadOnlyList<string>> keys, Action<HttpContext> refused)
    {
        app.Use(AddHeaders);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(new ForeignSites(hosts).RefuseAsync);
        // After the pages of other sites are kept out: they use up nobody's requests.
        app.UseRateLimiter();
        app.Use(new ApiKeyCheck(keys, refused).RefuseAsync);
        app.MapPost("/api/ask", AskEndpoint.AskAsync);
        app.MapRead("/api/documents", (KnowledgeCatalog catalog, EmbeddingProgress progress) =>
            Results.Json(catalog.Documents.Select(document => DocumentResponse.Create(document, progress.Find(document.Path))), WebJson.Default.IEnumerableDocumentResponse));
        app.MapRead(LivePath, () => Results.Text("live")).WithMetadata(Probe.Mark);
        app.MapRead(ReadyPath, Ready).WithMetadata(Probe.Mark);
        app.MapRead(NetworksPath, Networks).WithMetadata(Probe.Mark);
        ChatPage.Map(app);
    }

    /// <summary>Maps what only reads, for those too who ask for its headers alone.</summary>
    public static RouteHandlerBuilder MapRead(this WebApplication app, string path, Delegate handler) => app.MapMethods(path, Reading, handler);

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

    private static IResult Networks(HttpContext http, NetworkHealth health)
    {
        var (connected, lost, notYet) = health.Look();
        return lost.Count + notYet.Count > 0
            ? AskEndpoint.NotNow(http, $"Not connected: {string.Join(", ", lost.Concat(notYet))}. The log says why.")
            : Results.Text(connected.Count == 0 ? "none" : string.Join('\n', connected.Select(network => $"{network}: connected")));
    }

    private static IResult Ready(HttpContext http, KnowledgeReadiness readiness, NetworkHealth health)
    {
        var networks = health.Look();
        if (readiness.Problem is { } problem)
        {
            return AskEndpoint.NotNow(http, problem);
        }

        string?[] lines =
        [
            readiness.IsComplete ? "ready" : "ready, and still reading some files",
            readiness.Degraded is { } degraded ? $"degraded: {degraded}" : null,
            .. networks.Lost.Select(network => $"degraded: {network}: not connected"),
            .. networks.NotYet.Select(network => $"degraded: {network}: not connected yet"),
            .. networks.Connected.Select(network => $"{network}: connected"),
        ];
        return Results.Text(string.Join('\n', lines.OfType<string>()));
    }
}
