using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Knowledge;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BriefBot.Service.Chat;

/// <summary>The local web channel: questions over HTTP, the list of documents, health, and the chat page.</summary>
internal static class WebChannel
{
    /// <summary>Indicates whether the service runs.</summary>
    public const string LivePath = "/health/live";

    /// <summary>The answer at <see cref="LivePath"/>.</summary>
    public const string Live = "live";

    /// <summary>Indicates whether all chat networks are connected.</summary>
    public const string NetworksPath = "/health/networks";

    /// <summary>Path of the check whether the service can answer over HTTP, whatever the state of chat networks.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>The content security policy: the page may run and load its own files only.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maximum time for a request's headers to arrive.</summary>
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    /// <summary>Number of suggested questions, and the most that may be asked for.</summary>
    private const int DefaultSuggestions = 5;
    private const int MaxSuggestions = 25;

    private const int MaxConnections = 1_000;

    /// <summary>Time for which a browser remembers that another site may ask.</summary>
    private static readonly TimeSpan Preflight = TimeSpan.FromHours(1);

    /// <param name="services">The service's.</param>
    /// <param name="perMinute">Maximum number of requests of one address in any minute.</param>
    /// <param name="origins">The origins of other sites whose pages may ask.</param>
    public static IServiceCollection AddWebChannel(this IServiceCollection services, int perMinute, IEnumerable<string> origins)
    {
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins([.. origins])
                    .WithMethods(HttpMethods.Get, HttpMethods.Post)
                    .WithHeaders("Authorization", "Content-Type", "Accept")
                    .SetPreflightMaxAge(Preflight)
            )
        );
        HttpDescription.Add(services);
        services.AddProblemDetails();
        // Names are looked at by ForeignSites, which lets probes in by address.
        services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        services.AddSingleton<PageStarters>();
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
    /// <param name="origins">The origins of other sites whose pages may ask.</param>
    /// <param name="keys">The valid keys; empty where none is needed.</param>
    /// <param name="refused">Counts requests without a valid key.</param>
    public static void MapWebChannel(
        this WebApplication app,
        IReadOnlyCollection<string> hosts,
        IReadOnlyCollection<string> origins,
        Func<IReadOnlyList<string>> keys,
        Action<HttpContext> refused
    )
    {
        app.Use((http, next) => AddHeaders(http, next, origins.Count > 0));
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(new ForeignSites(hosts, origins).RefuseAsync);
        // After requests from other sites are rejected, so that these use up nobody's limit.
        app.UseRateLimiter();
        // A browser asks with no key whether it may ask.
        app.UseCors();
        app.Use(new ApiKeyCheck(keys, refused).RefuseAsync);
        HttpDescription.Describe(
            app.MapPost("/api/ask", AskEndpoint.AskAsync),
            app.MapPost("/api/feedback", FeedbackEndpoint.VoteAsync),
            app.MapRead("/api/answers/{id}", AnswersEndpoint.Find),
            app.MapRead("/api/articles/{**path}", ArticlesEndpoint.Find)
        );
        app.MapOpenApi(HttpDescription.Path).WithMetadata(ApiKeyCheck.Open);
        app.MapRead("/api/gaps", AnswersEndpoint.GapsAsync);
        app.MapRead(
            "/api/documents",
            (KnowledgeCatalog catalog, EmbeddingProgress progress) =>
                Results.Json(
                    catalog.Documents.Select(document => DocumentResponse.Create(document, progress.Find(document.Path))),
                    WebJson.Default.IEnumerableDocumentResponse
                )
        );
        app.MapRead(
            "/api/suggestions",
            (QuestionSuggestions suggestions, PageStarters starters, string? q, int? count, bool? start) =>
                Results.Json(
                    (
                        start == true
                            ? starters.Find()
                            : suggestions.Find(q ?? "", Math.Clamp(count ?? DefaultSuggestions, 1, MaxSuggestions))
                    ).Select(PlainText.Escape),
                    WebJson.Default.IEnumerableString
                )
        );
        app.MapRead(LivePath, () => Results.Text(Live)).WithMetadata(Probe.Mark);
        app.MapRead(ReadyPath, Ready).WithMetadata(Probe.Mark);
        app.MapRead(NetworksPath, Networks).WithMetadata(Probe.Mark);
        ChatPage.Map(app);
    }

    /// <summary>Maps a route that only reads, for GET and HEAD.</summary>
    public static RouteHandlerBuilder MapRead(this WebApplication app, string path, Delegate handler) =>
        app.MapMethods(path, Reading, handler);

    private static Task AddHeaders(HttpContext http, RequestDelegate next, bool isForOthers)
    {
        // When the response starts, because an error handler clears headers set before.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = isForOthers ? "cross-origin" : "same-origin";
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

    private static IResult Ready(HttpContext http, KnowledgeReadiness readiness, NetworkHealth health, IServiceProvider services)
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
            services.GetService<IAnswerStore>()?.Problem is { } memory ? $"degraded: {memory}" : null,
            .. networks.Lost.Select(network => $"degraded: {network}: not connected"),
            .. networks.NotYet.Select(network => $"degraded: {network}: not connected yet"),
            .. networks.Connected.Select(network => $"{network}: connected"),
        ];
        return Results.Text(string.Join('\n', lines.OfType<string>()));
    }
}
