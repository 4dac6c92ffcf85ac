using System.Diagnostics.CodeAnalysis;
using BriefBot.Discord;
using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>
/// Makes the library's client as the settings say: one connection, or as many shards as Discord recommends for its servers.
/// </summary>
internal static class DiscordClient
{
    private const GatewayIntents Intents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one place; the requests are guarded.")]
    public static DiscordShardedClient Create(DiscordOptions options) =>
        new(
            options.ShardIds.Count > 0 ? [.. options.ShardIds.Distinct()] : null,
            new DiscordSocketConfig
            {
                GatewayIntents = options.MessageContent ? Intents | GatewayIntents.MessageContent : Intents,
                GatewayHost = options.GatewayUrl.Length > 0 ? options.GatewayUrl : null,
                RestClientProvider = url => new GuardedRestClient(
                    DefaultRestClientProvider.Instance(options.ApiUrl.Length > 0 ? options.ApiUrl : url)
                ),
                WebSocketProvider = OpenSocket,
                // Our clock may differ from Discord's.
                UseInteractionSnowflakeDate = false,
                UseSystemClock = false,
                FormatUsersInBidirectionalUnicode = false,
                LogLevel = LogSeverity.Info,
                LogGatewayIntentWarnings = false,
                TotalShards = options.Shards > 0 ? options.Shards : null,
            }
        );

    /// <summary>
    /// Opens a WebSocket that also sends the headers that other implementations of Discord's API ask for; the library sends them by HTTP
    /// only.
    /// </summary>
    private static IWebSocketClient OpenSocket()
    {
        var socket = DefaultWebSocketProvider.Instance();
        socket.SetHeader("User-Agent", DiscordConfig.UserAgent);
        return socket;
    }
}
