using System.Net;
using System.Text.Json;
using BriefBot.Service.Chat;

namespace BriefBot.Service.Hosting;

/// <summary>
/// <c>health</c>: asks the service that runs with these settings how it is, for containers and scripts that have no other client.
/// </summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> settings, bool live, CancellationToken cancellationToken)
    {
        var address = Address(ListenUrls.Read(BotHost.Configuration(settings))[0], live ? WebChannel.LivePath : WebChannel.ReadyPath);
        try
        {
            // The service runs on this machine, so no proxy is used.
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Within };
            using var response = await http.GetAsync(address, cancellationToken);
            Console.WriteLine(
                response.IsSuccessStatusCode
                    ? await response.Content.ReadAsStringAsync(cancellationToken)
                    : (await response.Content.ReadFromJsonAsync(WebJson.Default.ProblemDetails, cancellationToken))?.Detail
            );
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Unavailable;
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Urls: no BriefBot is running at {address}. Start it, or give its address with --urls URL.",
                e
            );
        }
    }

    /// <summary>Returns whether a BriefBot answers where a service would listen.</summary>
    public static async Task<bool> IsRunningAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Within };
            return await http.GetStringAsync(Address(url, WebChannel.LivePath), cancellationToken) == WebChannel.Live;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Returns the address to ask: loopback where the service listens on all addresses.</summary>
    private static Uri Address(string url, string path)
    {
        var listens = BindingAddress.Parse(url);
        var everywhere =
            listens.Host is "*" or "+"
            || (IPAddress.TryParse(listens.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
        return new UriBuilder(Uri.UriSchemeHttp, everywhere ? "127.0.0.1" : listens.Host, listens.Port, path).Uri;
    }
}
