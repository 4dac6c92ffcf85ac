using Microsoft.Extensions.Primitives;

namespace BriefBot.Service.Chat;

/// <summary>
/// Keeps out the pages of other sites, which a browser on this machine lets speak to loopback: requests under a name that
/// is not ours (DNS rebinding), and whatever is sent, not only read, from a page that did not come from here.
/// </summary>
internal sealed class ForeignSites(IReadOnlyCollection<string> hosts)
{
    private readonly StringSegment[] _hosts = [.. hosts.Select(host => new StringSegment(host))];

    public Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsOurName(http.Request.Host) && !Probe.Is(http))
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "BriefBot does not answer under this name. To allow it, set AllowedHosts to the name.");
        }

        return IsSent(http.Request.Method) && IsFromAnotherSite(http.Request)
            ? Refuse(http, StatusCodes.Status403Forbidden, "The request comes from a page of another site. A proxy before BriefBot must pass the Host header on as it came.")
            : next(http);
    }

    private static Task Refuse(HttpContext http, int status, string detail) => Results.Problem(detail, statusCode: status).ExecuteAsync(http);

    // What is no browser may leave the name out; a browser never does.
    private bool IsOurName(HostString host) =>
        !host.HasValue || _hosts.Contains("*") || HostString.MatchesAny(host.Value, _hosts);

    private static bool IsSent(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>By what every browser says of itself; a program that is none says neither.</summary>
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
