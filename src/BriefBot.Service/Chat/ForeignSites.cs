using Microsoft.Extensions.Primitives;

namespace BriefBot.Service.Chat;

/// <summary>Rejects requests that pages of other sites make to this service through a browser.</summary>
/// <param name="hosts">The names under which the service answers; <c>*</c> means any.</param>
/// <param name="origins">The origins whose pages may ask.</param>
/// <remarks>
/// These are requests under a foreign host name (DNS rebinding), and requests that send something from a page of another origin.
/// </remarks>
internal sealed class ForeignSites(IReadOnlyCollection<string> hosts, IReadOnlyCollection<string> origins)
{
    private readonly StringSegment[] _hosts = [.. hosts.Select(host => new StringSegment(host))];

    public Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsOurName(http.Request.Host) && !Probe.Is(http))
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "Unknown host name. To allow it, add it to AllowedHosts.");
        }

        return IsSent(http.Request.Method) && IsFromAnotherSite(http.Request) && !IsAllowed(http.Request)
            ? Refuse(
                http,
                StatusCodes.Status403Forbidden,
                "The request comes from a page of another site. To let it ask, add its origin to Http:AllowedOrigins. A proxy before BriefBot must "
                    + "pass the Host header on as it came."
            )
            : next(http);
    }

    private static Task Refuse(HttpContext http, int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(http);

    // Only programs other than browsers leave the name out.
    private bool IsOurName(HostString host) => !host.HasValue || _hosts.Contains("*") || HostString.MatchesAny(host.Value, _hosts);

    private bool IsAllowed(HttpRequest request) => origins.Contains(request.Headers.Origin.ToString(), StringComparer.OrdinalIgnoreCase);

    private static bool IsSent(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>Returns whether a browser says that the request comes from another site. Other programs send neither header.</summary>
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(
                Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}
