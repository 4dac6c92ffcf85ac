using BriefBot.Chat.Memory;

namespace BriefBot.Chat.Servers;

/// <summary>Keeps the settings of servers in memory, as they stand in the store. Safe for concurrent use.</summary>
/// <remarks>
/// While the store can't be read, settings that were read before hold; for a server that was never read, only the operator's do.
/// </remarks>
internal sealed class ServerSettingsCache(TimeProvider time, IAnswerStore? store = null)
{
    /// <summary>Maximum number of servers kept; the longest unused is dropped first.</summary>
    private const int MaxServers = 10_000;

    /// <summary>Age at which settings are read again, for a store that other processes change too.</summary>
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly LruCache<(string Network, string Server), (ServerSettings Settings, DateTimeOffset ReadAt)> _known = new(MaxServers);

    /// <summary>Returns the settings of a server; empty ones where there is no server.</summary>
    public ServerSettings Find(string network, string? server)
    {
        if (server is null || store is null)
        {
            return ServerSettings.Empty;
        }

        lock (_lock)
        {
            var isKnown = _known.TryGet((network, server), out var known);
            return isKnown && !(store.IsShared && time.GetUtcNow() - known.ReadAt >= ReadAgainAfter)
                ? known.Settings
                : Read(store, network, server) ?? (isKnown ? known.Settings : ServerSettings.Empty);
        }
    }

    /// <summary>Changes the settings of a server.</summary>
    /// <returns>The settings, or null where they can't be read or kept; then they stay as they are.</returns>
    public ServerSettings? Change(string network, string server, SettingsChange change)
    {
        lock (_lock)
        {
            if (store is null || Read(store, network, server)?.With(change) is not { } changed)
            {
                return null;
            }

            store.Save(network, server, changed);
            _known.Set((network, server), (changed, time.GetUtcNow()));
            return changed;
        }
    }

    /// <summary>Returns null where the store can't be read.</summary>
    private ServerSettings? Read(IAnswerStore from, string network, string server)
    {
        var found = from.FindSettings(network, server);
        if (found is null && from.Problem is not null)
        {
            return null;
        }

        found ??= ServerSettings.Empty;
        _known.Set((network, server), (found, time.GetUtcNow()));
        return found;
    }
}
