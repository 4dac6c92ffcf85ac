using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using BriefBot.Chat;
using BriefBot.Knowledge;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat;

/// <summary>The local web channel: questions over HTTP, the list of documents, health, and the chat page.</summary>
internal static class WebChannel
{
    private const string AskLimit = "ask";

    /// <summary>A question of the greatest length that may be set, each character escaped, and room for the rest.</summary>
    private const long MaxBody = 256 * 1024;

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddWebChannel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddProblemDetails();
        services.AddHostFiltering(filtering => filtering.AllowedHosts = AllowedHosts(configuration));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) => TooFastAsync(context);
            limiter.AddPolicy(AskLimit, PerAddress);
        });
        return services;
    }

    public static void MapWebChannel(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseRateLimiter();
        app.MapPost("/api/ask", AskAsync).RequireRateLimiting(AskLimit);
        app.MapGet("/api/documents", (KnowledgeCatalog catalog) => Results.Json(catalog.Documents.Select(DocumentResponse.Of), WebJson.Default.IEnumerableDocumentResponse));
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", Ready);
        ChatPage.Map(app);
    }

    private static async Task<IResult> AskAsync(HttpContext http, IChatResponder responder)
    {
        var (request, problem) = await ReadAsync(http);
        if (request is null)
        {
            return problem;
        }

        var reply = await responder.RespondAsync(
            new IncomingMessage { Id = http.TraceIdentifier, ConversationId = Conversation(http, request), Text = request.Question ?? "" },
            http.RequestAborted);
        return reply is null ? Results.NoContent() : ToResult(http, reply);
    }

    private static async Task<(AskRequest? Request, IResult Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, Results.Problem("Send the question as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBody;
        }

        try
        {
            var request = await http.Request.ReadFromJsonAsync(WebJson.Default.AskRequest, http.RequestAborted);
            return request?.Question is null
                ? (null, Results.Problem("The body needs a \"question\", such as {\"question\":\"What is BriefBot?\"}.", statusCode: StatusCodes.Status400BadRequest))
                : (request, Results.Empty);
        }
        catch (JsonException e)
        {
            return (null, Results.Problem(
                $"The body is not the JSON that is expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine}). Send {{\"question\":\"…\"}}.",
                statusCode: StatusCodes.Status400BadRequest));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Results.Problem($"The body can't be read. At most {MaxBody} bytes are.", statusCode: e.StatusCode));
        }
    }

    /// <summary>Without a name for the conversation every question stands alone.</summary>
    private static string Conversation(HttpContext http, AskRequest request) =>
        request.Conversation is { Length: > 0 and <= 200 } name ? "web:" + name : "web-once:" + http.TraceIdentifier;

    private static IResult ToResult(HttpContext http, Reply reply) => reply switch
    {
        { Refusal: Refusal.Empty } => Results.Problem(reply.Text, statusCode: StatusCodes.Status400BadRequest),
        { Refusal: Refusal.TooLong } => Results.Problem(reply.Text, statusCode: StatusCodes.Status413PayloadTooLarge),
        { Refusal: Refusal.Busy } => NotNow(http, reply.Text),
        { Answer: BriefBot.Answers.Answer.Unavailable unavailable } => NotNow(http, unavailable.Reason),
        _ => Results.Json(AskResponse.Of(reply), WebJson.Default.AskResponse),
    };

    private static IResult NotNow(HttpContext http, string reason)
    {
        http.Response.Headers.RetryAfter = TryAgain.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(
            reason,
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["outcome"] = "unavailable", ["reason"] = reason });
    }

    private static IResult Ready(HttpContext http, KnowledgeReadiness readiness) =>
        readiness.Problem is { } problem ? NotNow(http, problem) : Results.Text("ready");

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

    /// <summary>
    /// While the service listens on loopback only, a page of another site that resolves its own name to loopback must not
    /// reach it. Set <c>AllowedHosts</c> to allow other names.
    /// </summary>
    private static string[] AllowedHosts(IConfiguration configuration)
    {
        if (configuration["AllowedHosts"] is { Length: > 0 } hosts)
        {
            return hosts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }

        var urls = (configuration[Hosting.Settings.Urls] ?? Hosting.Settings.DefaultUrl).Split(';');
        return urls.All(IsLoopback) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address)));
}
