using System.Collections.Concurrent;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Reports whether the chat networks are connected: one that never was may have a wrong token, one that was lost reconnects by itself. Safe
/// for concurrent use.
/// </summary>
internal sealed class NetworkHealth(IEnumerable<IChatGateway> gateways)
{
    private readonly IChatGateway[] _gateways = [.. gateways];
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>Returns the networks that are connected, lost, and not connected yet.</summary>
    public (IReadOnlyList<string> Connected, IReadOnlyList<string> Lost, IReadOnlyList<string> NotYet) Look()
    {
        foreach (var gateway in _gateways.Where(IsConnected))
        {
            _seen[gateway.Network] = true;
        }

        var now = _gateways.ToLookup(IsConnected);
        return (
            [.. now[true].Select(gateway => gateway.Network)],
            [.. now[false].Select(gateway => gateway.Network).Where(_seen.ContainsKey)],
            [.. now[false].Select(gateway => gateway.Network).Where(network => !_seen.ContainsKey(network))]
        );
    }

    /// <summary>Returns whether a network is connected; one that keeps no connection always is.</summary>
    public static bool IsConnected(IChatGateway gateway) => gateway is not IConnectionState { IsConnected: false };
}
