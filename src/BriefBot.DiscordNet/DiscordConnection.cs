using System.Collections.Concurrent;
using System.Net;
using BriefBot.Chat.Gateways;
using Discord;
using Discord.Net;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>
/// The connection of one client with one or more shards. Tells whether it is alive and when it has to be replaced or needs the operator;
/// the library recovers from everything else.
/// </summary>
internal sealed class DiscordConnection
{
    /// <summary>
    /// Time without an answered heartbeat after which the connection counts as lost. Heartbeats are answered about every 41 seconds, so two
    /// are missing.
    /// </summary>
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(100);

    private readonly DiscordShardedClient _client;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, long> _heardAt = new();

    public DiscordConnection(DiscordShardedClient client, TimeProvider time)
    {
        (_client, _time) = (client, time);
        client.ShardReady += Heard;
        client.ShardConnected += Heard;
        client.ShardLatencyUpdated += (_, _, shard) => Heard(shard);
        client.ShardDisconnected += (lost, _) => Lost(lost);
    }

    /// <summary>The highest latency of the last heartbeats over all shards, or null before the first.</summary>
    public TimeSpan? Latency => _client.Latency is > 0 and var milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>Indicates whether every shard has a connection whose heartbeats are answered.</summary>
    public bool IsAlive => _client.Shards is { Count: > 0 } shards && shards.All(IsHeard);

    /// <summary>
    /// Fails when the library gives up: with <see cref="NetworkRefusedException"/> where a new connection would fare no better.
    /// </summary>
    public Task Ended => _ended.Task;

    /// <exception cref="NetworkRefusedException">The token is none.</exception>
    public async Task OpenAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            await _client.LoginAsync(TokenType.Bot, token, validateToken: false).WaitAsync(cancellationToken);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Unauthorized)
        {
            throw new NetworkRefusedException(
                "Discord:Token is refused. Copy it again from the Bot page of Discord's developer portal, or reset it there.",
                e
            );
        }

        await _client.StartAsync();
    }

    private bool IsHeard(DiscordSocketClient shard) =>
        shard.ConnectionState == ConnectionState.Connected
        && _heardAt.TryGetValue(shard.ShardId, out var at)
        && _time.GetElapsedTime(at) < SilentFor;

    private Task Heard(DiscordSocketClient shard)
    {
        _heardAt[shard.ShardId] = _time.GetTimestamp();
        return Task.CompletedTask;
    }

    private Task Lost(Exception lost)
    {
        switch (CloseCode(lost))
        {
            case 4004:
                _ended.TrySetException(
                    new NetworkRefusedException(
                        "Discord:Token is refused. Copy it again from the Bot page of Discord's developer portal, or reset it there.",
                        lost
                    )
                );
                break;
            case 4013 or 4014:
                _ended.TrySetException(
                    new NetworkRefusedException(
                        "Discord does not allow what Discord:MessageContent asks for. Switch on the Message Content Intent on the Bot page of Discord's "
                            + "developer portal, or set Discord:MessageContent = false.",
                        lost
                    )
                );
                break;
            case 4010 or 4011 or 4012:
                _ended.TrySetException(
                    new NetworkRefusedException(
                        "Discord refuses the connection as it is made: the bot is in too many servers for so few shards (Discord:Shards), or this version of "
                            + "Discord.Net is too old.",
                        lost
                    )
                );
                break;
            case 4006:
                // The library stops for good here, and a new client begins a new session.
                _ended.TrySetException(new IOException("Discord ended the session.", lost));
                break;
        }

        return Task.CompletedTask;
    }

    private static int? CloseCode(Exception? e) =>
        e switch
        {
            WebSocketClosedException closed => closed.CloseCode,
            { InnerException: { } inner } => CloseCode(inner),
            _ => null,
        };
}
