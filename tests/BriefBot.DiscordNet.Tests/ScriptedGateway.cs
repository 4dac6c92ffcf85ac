using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.DiscordNet.Tests;

/// <summary>
/// Discord's gateway on loopback: sessions that break and go on, shards, and what the bot may hear by the intents that it
/// identified with.
/// </summary>
internal sealed partial class ScriptedGateway(Action happened) : IDisposable
{
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;

    private readonly Lock _lock = new();
    private readonly List<Session> _sessions = [];
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Where a session that broke goes on.</summary>
    public string Url { get; set; } = "";

    /// <summary>The servers that the bot is in.</summary>
    public List<string> Servers { get; } = [ScriptedDiscord.Server];

    /// <summary>The intents that the bot identified with.</summary>
    public int Intents { get; private set; }

    /// <summary>The shards that the bot identified with, such as <c>[0,2]</c>; null for each that named none.</summary>
    public List<string?> Identified { get; } = [];

    /// <summary>Whether a connection that broke may go on where it was, or has to begin anew (opcode 9).</summary>
    public bool Resumes { get; set; } = true;

    /// <summary>How often a connection went on where it was.</summary>
    public int Resumed { get; private set; }

    /// <summary>How often the gateway refused the bot.</summary>
    public int Refused { get; private set; }

    /// <summary>Whether a connection is closed before it says anything.</summary>
    public bool Refuses { get; set; }

    /// <summary>The gateway closes a bot that identifies with this code.</summary>
    public int? RefusesWith { get; set; }

    /// <summary>
    /// Something happened; the shard of its server hears of it, if the bot's intents let it. What a broken connection has
    /// swallowed comes again when it goes on.
    /// </summary>
    public Task DispatchAsync(string name, JsonObject data)
    {
        if (Heard(name, data) is not { } heard)
        {
            return Task.CompletedTask;
        }

        var server =
            heard["guild_id"]?.GetValue<string>()
            ?? (name.StartsWith("GUILD_", StringComparison.Ordinal) ? heard["id"]!.GetValue<string>() : "0");
        lock (_lock)
        {
            var session = _sessions.LastOrDefault(session =>
                (long.Parse(server, CultureInfo.InvariantCulture) >> 22) % session.Shards == session.Shard
            );
            return session?.TellAsync(name, heard) ?? Task.CompletedTask;
        }
    }

    /// <summary>All connections break, or a shard's.</summary>
    public void Drop(int? shard = null)
    {
        lock (_lock)
        {
            foreach (var session in _sessions.Where(session => shard is null || session.Shard == shard))
            {
                session.Socket.Abort();
            }
        }
    }

    /// <summary>Talks with the bot over one connection until that ends.</summary>
    public async Task TalkAsync(HttpContext http)
    {
        if (Refuses)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Refused++;
            happened();
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var session = new Session(socket, _closed.Token);
        await session.SendAsync(
            new JsonObject
            {
                ["op"] = 10,
                ["d"] = new JsonObject { ["heartbeat_interval"] = 41_250 },
            }
        );
        try
        {
            while (await ReceiveAsync(socket) is { } said)
            {
                session = await HearAsync(session, said);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // It is gone.
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        Drop();
        _closed.Dispose();
    }

    private async Task<Session> HearAsync(Session session, JsonNode said)
    {
        switch (said["op"]!.GetValue<int>())
        {
            case 1:
                await session.SendAsync(new JsonObject { ["op"] = 11 });
                break;
            case 2 when RefusesWith is { } code:
                Refused++;
                happened();
                await session.Socket.CloseAsync((WebSocketCloseStatus)code, "refused", _closed.Token);
                break;
            case 2:
                await BeginAsync(session, said["d"]!);
                break;
            case 6 when !Resumes:
                await session.SendAsync(new JsonObject { ["op"] = 9, ["d"] = false });
                break;
            case 6:
                session = await GoOnAsync(session.Socket, said["d"]!);
                break;
        }

        return session;
    }

    private async Task BeginAsync(Session session, JsonNode identity)
    {
        Intents = identity["intents"]!.GetValue<int>();
        var shard = identity["shard"] as JsonArray;
        session.Shard = shard?[0]!.GetValue<int>() ?? 0;
        session.Shards = shard?[1]!.GetValue<int>() ?? 1;
        var servers = Servers
            .Where(server => (long.Parse(server, CultureInfo.InvariantCulture) >> 22) % session.Shards == session.Shard)
            .ToArray();
        lock (_lock)
        {
            _sessions.RemoveAll(other => other.Shard == session.Shard);
            session.Id = string.Create(CultureInfo.InvariantCulture, $"session-{Identified.Count}");
            Identified.Add(shard?.ToJsonString());
            _sessions.Add(session);
        }

        await session.TellAsync(
            "READY",
            new JsonObject
            {
                ["v"] = 10,
                ["user"] = DiscordJson.User(ScriptedDiscord.Bot),
                ["guilds"] = new JsonArray([
                    .. servers.Select(server => (JsonNode)new JsonObject { ["id"] = server, ["unavailable"] = true }),
                ]),
                ["session_id"] = session.Id,
                ["resume_gateway_url"] = Url,
                ["application"] = new JsonObject { ["id"] = ScriptedDiscord.Bot, ["flags"] = 0 },
                ["private_channels"] = new JsonArray(),
                ["relationships"] = new JsonArray(),
            }
        );
        happened();
        foreach (var server in servers)
        {
            await session.TellAsync("GUILD_CREATE", DiscordJson.Guild(server));
        }
    }

    private async Task<Session> GoOnAsync(WebSocket socket, JsonNode resume)
    {
        Session session;
        lock (_lock)
        {
            session = _sessions.Single(other => other.Id == resume["session_id"]!.GetValue<string>());
            session.Socket = socket;
        }

        await session.RepeatAsync(resume["seq"]!.GetValue<int>());
        await session.TellAsync("RESUMED", []);
        Resumed++;
        happened();
        return session;
    }

    /// <summary>
    /// As Discord does: without the intent for messages nothing, and without that for their content no text but in direct
    /// messages and where the bot is mentioned.
    /// </summary>
    private JsonObject? Heard(string name, JsonObject data)
    {
        var heard = data.DeepClone().AsObject();
        if (!name.StartsWith("MESSAGE_", StringComparison.Ordinal))
        {
            return heard;
        }

        var isDirect = heard["guild_id"] is null;
        if ((Intents & (isDirect ? DirectMessages : GuildMessages)) == 0)
        {
            return null;
        }

        var isMentioned =
            heard["mentions"] is JsonArray mentions && mentions.Any(user => user!["id"]!.GetValue<string>() == ScriptedDiscord.Bot);
        if (!isDirect && !isMentioned && heard["content"] is not null && (Intents & MessageContent) == 0)
        {
            heard["content"] = "";
        }

        return heard;
    }

    private async Task<JsonNode?> ReceiveAsync(WebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), _closed.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _closed.Token);
                return null;
            }

            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray());
            }
        }
    }
}
