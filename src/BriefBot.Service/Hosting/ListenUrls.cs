using System.Net;

namespace BriefBot.Service.Hosting;

/// <summary>Reads the addresses to listen on from the setting <c>Urls</c>: one or more, separated by semicolons.</summary>
internal static class ListenUrls
{
    public const string Key = "Urls";

    private const string Default = "http://127.0.0.1:5080";

    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <exception cref="StartProblemException">One is no address to listen on.</exception>
    public static string[] Read(IConfiguration configuration)
    {
        var urls = (configuration[Key] ?? Default).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return urls.Length > 0 && urls.All(IsAddress)
            ? urls
            : throw new StartProblemException(
                ExitCode.Usage,
                $"Urls: “{configuration[Key]}” must be http:// with localhost, an IP address of this machine or * for all of them, and a port, such as "
                    + $"{Default}. For https put a proxy before it."
            );
    }

    /// <summary>Returns the separate address of <c>/metrics</c>, or null.</summary>
    /// <exception cref="StartProblemException">It is no address to listen on, or the service's own.</exception>
    public static string? ReadMetrics(HttpOptions options, IEnumerable<string> urls) =>
        options.MetricsUrl switch
        {
            "" => null,
            var url
                when IsAddress(url)
                    && BindingAddress.Parse(url).Port is > 0 and var port
                    && urls.Any(own => BindingAddress.Parse(own).Port == port) => throw new StartProblemException(
                ExitCode.Usage,
                $"Http:MetricsUrl: “{url}” has the port of Urls. Choose another, or leave it empty to serve the metrics at Urls, behind the key."
            ),
            var url when IsAddress(url) => url,
            var url => throw new StartProblemException(
                ExitCode.Usage,
                $"Http:MetricsUrl: “{url}” must be http:// with localhost, an IP address of this machine or * for all of them, and a port, such as http://*:9464."
            ),
        };

    /// <summary>Returns whether only this machine can reach the service.</summary>
    public static bool AreLoopback(IEnumerable<string> urls) => urls.All(url => IsLoopback(Host(url)));

    /// <summary>
    /// The names under which the service answers. While only this machine can reach it, it has this machine's; set
    /// <c>AllowedHosts</c> to allow others, such as the name that a proxy passes on.
    /// </summary>
    public static string[] AllowedHosts(IConfiguration configuration, IReadOnlyCollection<string> urls) =>
        configuration["AllowedHosts"] switch
        {
            { Length: > 0 } hosts =>
            [
                .. hosts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Name),
            ],
            _ => AreLoopback(urls) ? [.. LoopbackNames, .. urls.Select(Host)] : ["*"],
        };

    /// <exception cref="StartProblemException">It is no name.</exception>
    private static string Name(string host) =>
        host.IndexOfAny(['/', ' ', '@']) < 0
            ? host
            : throw new StartProblemException(
                ExitCode.Usage,
                $"AllowedHosts: “{host}” must be a name alone, such as bot.example.org, without https:// and path."
            );

    /// <summary>Returns the host name or address in a URL.</summary>
    private static string Host(string url) => BindingAddress.Parse(url).Host;

    /// <summary>
    /// Returns whether the host is an address or localhost. Kestrel takes any other name as "all addresses", which nobody intends who
    /// writes a name.
    /// </summary>
    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http", PathBase: "", Port: >= 0 and <= ushort.MaxValue }
                && (address.Host is "localhost" or "*" or "+" || IPAddress.TryParse(address.Host, out _));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
