using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace BriefBot.Service.Hosting;

/// <summary>Applies the forwarded headers of trusted proxies and the path base.</summary>
internal static class ProxySettings
{
    /// <summary>The networks of the proxies that are trusted.</summary>
    /// <exception cref="StartProblemException">One is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Read(HttpOptions options) =>
        [
            .. options.TrustedProxies.Select(
                (proxy, i) =>
                    IPNetwork.TryParse(proxy, out var network) ? network
                    : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
                    : throw new StartProblemException(
                        ExitCode.Usage,
                        $"Http:TrustedProxies:{i}: “{proxy}” must be an address or a network, such as 10.0.0.5 or 10.0.0.0/8."
                    )
            ),
        ];

    /// <summary>Puts them before all else that looks at a request.</summary>
    public static void Use(WebApplication app, HttpOptions options)
    {
        if (Read(options) is { Count: > 0 } proxies)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
                ForwardLimit = null,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownIPNetworks.Add(proxy);
            }

            app.UseForwardedHeaders(forwarded);
        }

        if (options.PathBase.Length > 0)
        {
            app.UsePathBase(options.PathBase);
            app.Use(AddSlash);
            // After the path base is cut off: routes match the rest.
            app.UseRouting();
        }
    }

    /// <summary>Below a path without a slash at its end the page's own addresses would lead beside it.</summary>
    private static Task AddSlash(HttpContext http, RequestDelegate next)
    {
        if (http.Request.PathBase.HasValue && !http.Request.Path.HasValue)
        {
            http.Response.Redirect(http.Request.PathBase + "/");
            return Task.CompletedTask;
        }

        return next(http);
    }
}
