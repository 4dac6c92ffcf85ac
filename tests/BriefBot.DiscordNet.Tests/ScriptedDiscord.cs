using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet.Tests;

/// <summary>
/// Discord on loopback, as far as a bot sees it: the HTTP interface and the gateway, with one server and its channel. What the
/// bot sends is kept; a test says what people do and what fails.
/// </summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.scripted.token-that-is-as-long-as-a-real-one";
    public const string Bot = "1";
    public const string Server = "100";
    public const string Channel = "200";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _byNonce = new();
    private readonly Lock _lock = new();
    private readonly List<SentRequest> _requests = [];
    private readonly Dictionary<string, SentRequest> _posts = [];
    private readonly List<JsonObject> _happened = [];
    private readonly CancellationTokenSource _closed = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private WebSocket? _socket;
    private JsonArray _commands = [];
    private long _ids = 1_000;

    private ScriptedDiscord(WebApplication app) => _app = app;

    /// <summary>Where the bot finds it: the settings <c>Discord:ApiUrl</c> and <c>Discord:GatewayUrl</c>.</summary>
    public string ApiUrl => $"{_app.Urls.Single()}/api/v10/";

    public string GatewayUrl => $"{_app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/?v=10&encoding=json";

    /// <summary>What is done with a request before it is answered: true where it was dealt with.</summary>
    public Func<HttpContext, SentRequest, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The intents that the bot identified with.</summary>
    public int Intents { get; private set; }

    /// <summary>How often the bot identified.</summary>
    public int Identified { get; private set; }

    /// <summary>Whether a connection that broke may go on where it was, or has to begin anew (opcode 9).</summary>
    public bool Resumes { get; set; } = true;

    /// <summary>How often a connection went on where it was.</summary>
    public int Resumed { get; private set; }

    /// <summary>How often the gateway refused the bot.</summary>
    public int Refused { get; private set; }

    /// <summary>The gateway closes a bot that identifies with this code.</summary>
    public int? RefusesWith { get; set; }

    public static async Task<ScriptedDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new ScriptedDiscord(app);
        app.UseWebSockets();
        app.Run(discord.HandleAsync);
        await app.StartAsync();
        return discord;
    }

    /// <summary>What the bot sent so far.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The next request, or one that was there already, that is such.</summary>
    public async Task<SentRequest> UntilAsync(Func<SentRequest, bool> isIt, int times = 1)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                var found = _requests.Where(isIt).ToArray();
                if (found.Length >= times)
                {
                    return found[times - 1];
                }

                more = _more.Task;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(30), _closed.Token);
        }
    }

    /// <summary>Takes a message that the bot sends, whatever the bot hears of it.</summary>
    /// <returns>Its id: that of the message which was sent under the same nonce, if one was.</returns>
    public string Post(SentRequest request)
    {
        var nonce = request.Body!["enforce_nonce"]?.GetValue<bool>() == true ? request.Body["nonce"]!.GetValue<string>() : NewId();
        var id = _byNonce.GetOrAdd(nonce, _ => NewId());
        lock (_lock)
        {
            _posts.TryAdd(id, request);
        }

        TellMore();
        return id;
    }

    /// <summary>The messages of the bot that stand in Discord.</summary>
    public IReadOnlyCollection<SentRequest> Posts
    {
        get
        {
            lock (_lock)
            {
                return [.. _posts.Values];
            }
        }
    }

    /// <summary>Completes when so many messages of the bot stand in Discord.</summary>
    public Task PostedAsync(int count) => UntilAsync(() => Posts.Count >= count);

    /// <summary>Completes when the gateway has refused the bot so many times.</summary>
    public Task RefusedAsync(int times) => UntilAsync(() => Refused >= times);

    /// <summary>Completes when a connection has gone on where it was so many times.</summary>
    public Task ResumedAsync(int times) => UntilAsync(() => Resumed >= times);

    private async Task UntilAsync(Func<bool> isSo)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                more = _more.Task;
            }

            if (isSo())
            {
                return;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(30), _closed.Token);
        }
    }

    /// <summary>The id under which a message that the bot sent stands, or will in a moment.</summary>
    public string IdOf(SentRequest sent) => _byNonce.GetOrAdd(sent.Body!["nonce"]!.GetValue<string>(), _ => NewId());

    public string NewId() => Snowflake(TimeProvider.System.GetUtcNow());

    /// <summary>Somebody says something. Without a channel of the server it is a direct message.</summary>
    public async Task<string> SaysAsync(string author, string text, Action<JsonObject>? with = null, string? channel = Channel)
    {
        var message = Message(NewId(), author, text, channel ?? "900" + author);
        if (channel is not null)
        {
            message["guild_id"] = Server;
            message["member"] = new JsonObject { ["roles"] = new JsonArray(), ["joined_at"] = "2020-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 };
        }

        with?.Invoke(message);
        await DispatchAsync("MESSAGE_CREATE", message);
        return message["id"]!.GetValue<string>();
    }

    /// <summary>Somebody uses a command.</summary>
    public Task<string> CommandAsync(string author, string name, params (string Name, JsonNode Value, int Type)[] options) => CommandAsync(author, name, Channel, options);

    /// <summary>Somebody uses a command in one of the thirty channels, <c>200</c> to <c>229</c>.</summary>
    public async Task<string> CommandAsync(string author, string name, string channel, params (string Name, JsonNode Value, int Type)[] options)
    {
        var interaction = Interaction(author, 2, channel, new JsonObject
        {
            ["id"] = "555",
            ["name"] = name,
            ["type"] = 1,
            ["options"] = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = option.Value.DeepClone() })]),
        });
        await DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody presses a button under a message that the bot sent.</summary>
    /// <param name="author">Who.</param>
    /// <param name="sent">The message.</param>
    /// <param name="button">Its name.</param>
    /// <param name="permissions">What the author may do there, as Discord writes it.</param>
    public async Task<string> PressAsync(string author, SentRequest sent, string button = "delete", string permissions = "0")
    {
        var custom = Buttons(sent.Body).Single(id => id.StartsWith(button + ":", StringComparison.Ordinal));
        var interaction = Interaction(author, 3, Channel, new JsonObject { ["custom_id"] = custom, ["component_type"] = 2 });
        interaction["member"]!["permissions"] = permissions;
        interaction["message"] = Message(IdOf(sent), Bot, "", Channel);
        await DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    private static IEnumerable<string> Buttons(JsonNode? node) => node switch
    {
        JsonObject component when component["custom_id"] is JsonValue id => [id.GetValue<string>()],
        JsonObject body => Buttons(body["components"]),
        JsonArray components => components.SelectMany(Buttons),
        _ => [],
    };

    private JsonObject Interaction(string author, int type, string channel, JsonObject data)
    {
        var id = NewId();
        return new JsonObject
        {
            ["id"] = id,
            ["application_id"] = Bot,
            ["type"] = type,
            ["token"] = $"token-{id}",
            ["version"] = 1,
            ["guild_id"] = Server,
            ["channel_id"] = channel,
            ["channel"] = new JsonObject { ["id"] = channel, ["type"] = 0, ["guild_id"] = Server, ["name"] = "general", ["permissions"] = "0" },
            ["app_permissions"] = "0",
            ["locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Server },
            ["context"] = 0,
            ["attachment_size_limit"] = 10_000_000,
            ["member"] = new JsonObject
            {
                ["user"] = User(author),
                ["roles"] = new JsonArray(),
                ["joined_at"] = "2020-01-01T00:00:00+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["flags"] = 0,
                ["permissions"] = "0",
            },
            ["data"] = data,
        };
    }

    /// <summary>Something happened. What a broken connection has swallowed comes again when it goes on.</summary>
    public Task DispatchAsync(string name, JsonNode data)
    {
        lock (_lock)
        {
            _happened.Add(new JsonObject { ["op"] = 0, ["s"] = _happened.Count + 1, ["t"] = name, ["d"] = data.DeepClone() });
            return SendAsync(_happened[^1]);
        }
    }

    public static JsonObject Message(string id, string author, string text, string channel) => new()
    {
        ["id"] = id,
        ["channel_id"] = channel,
        ["author"] = User(author),
        ["content"] = text,
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["pinned"] = false,
        ["type"] = 0,
        ["flags"] = 0,
        ["components"] = new JsonArray(),
    };

    /// <summary>The connection to the gateway breaks.</summary>
    public void Drop() => _socket?.Abort();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _socket?.Abort();
        await _app.DisposeAsync();
        _closed.Dispose();
    }

    private static JsonObject User(string id) => new() { ["id"] = id, ["username"] = $"user{id}", ["discriminator"] = "0", ["global_name"] = null, ["avatar"] = null, ["bot"] = id == Bot };

    private string Snowflake(DateTimeOffset time) =>
        (((time.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + (Interlocked.Increment(ref _ids) % 4_194_304)).ToString(CultureInfo.InvariantCulture);

    private Task HandleAsync(HttpContext http) => http.WebSockets.IsWebSocketRequest ? TalkAsync(http) : AnswerAsync(http);

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var request = new SentRequest(http.Request.Method, http.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal), text.Length > 0 ? JsonNode.Parse(text) : null);
        lock (_lock)
        {
            _requests.Add(request);
        }

        TellMore();

        if (await Before(http, request))
        {
            return;
        }

        http.Response.Headers["X-RateLimit-Limit"] = "1000";
        http.Response.Headers["X-RateLimit-Remaining"] = "999";
        http.Response.Headers["X-RateLimit-Reset"] = TimeProvider.System.GetUtcNow().AddSeconds(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Reset-After"] = "1";
        http.Response.Headers["X-RateLimit-Bucket"] = $"{request.Method}-{string.Join('-', request.Path.Split('/').Where(segment => !segment.All(char.IsDigit)))}";
        if (http.Request.Headers.Authorization != $"Bot {Token}" && !request.Path.StartsWith("webhooks/", StringComparison.Ordinal) && !request.Path.StartsWith("interactions/", StringComparison.Ordinal))
        {
            await WriteAsync(http, 401, new JsonObject { ["message"] = "401: Unauthorized", ["code"] = 0 });
            return;
        }

        var (status, body) = Respond(request);
        await WriteAsync(http, status, body);
    }

    private void TellMore()
    {
        lock (_lock)
        {
            _more.TrySetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static Task WriteAsync(HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return body is null ? Task.CompletedTask : http.Response.WriteAsync(body.ToJsonString());
    }

    private (int Status, JsonNode? Body) Respond(SentRequest request)
    {
        switch (request.Method, request.Path.Split('/'))
        {
            case ("GET", ["users", "@me"]):
                return (200, User(Bot));
            case ("GET", ["users", var id]):
                return (200, User(id));
            case ("GET", ["oauth2", "applications", "@me"] or ["applications", "@me"]):
                return (200, new JsonObject { ["id"] = Bot, ["name"] = "bot", ["description"] = "", ["bot_public"] = true, ["bot_require_code_grant"] = false, ["verify_key"] = "", ["flags"] = 0, ["owner"] = User("10"), ["team"] = null });
            case ("GET", ["applications", Bot, "commands"]):
                return (200, _commands.DeepClone());
            case ("PUT", ["applications", Bot, "commands"]):
                _commands = [.. request.Body!.AsArray().Select(Registered)];
                return (200, _commands.DeepClone());
            case ("POST", ["users", "@me", "channels"]):
                return (200, DirectChannel(request.Body!["recipient_id"]!.GetValue<string>()));
            case ("GET", ["channels", var id]) when id.StartsWith("900", StringComparison.Ordinal):
                return (200, DirectChannel(id[3..]));
            case ("GET", ["channels", var id, "messages", var message]):
                return (200, Message(message, "10", "", id));
            case ("POST", ["channels", var id, "messages", var message, "threads"]):
                var thread = Thread(message, id, request.Body!["name"]!.GetValue<string>());
                _ = DispatchAsync("THREAD_CREATE", thread);
                return (201, thread.DeepClone());
            case ("POST", ["channels", var id, "messages"]):
                return (200, Posted(request, id));
            case ("PATCH", ["channels", var id, "messages", var message]):
                return (200, Message(message, Bot, request.Body!["content"]?.GetValue<string>() ?? "", id));
            case ("DELETE", ["channels", _, "messages", _]) or ("POST", ["channels", _, "typing"]) or ("POST", ["interactions", _, _, "callback"]):
                return (204, null);
            case ("DELETE", ["webhooks", Bot, _, "messages", _]):
                return (204, null);
            case ("PATCH", ["webhooks", Bot, _, "messages", _]) or ("POST", ["webhooks", Bot, _]):
                return (200, Message(NewId(), Bot, "", Channel));
            default:
                return (404, new JsonObject { ["message"] = "404: Not Found", ["code"] = 0 });
        }
    }

    /// <summary>A nonce that is enforced gives the message that was sent under it.</summary>
    private JsonObject Posted(SentRequest request, string channel) => Message(Post(request), Bot, request.Body!["content"]?.GetValue<string>() ?? "", channel);

    private static JsonObject DirectChannel(string user) => new() { ["id"] = "900" + user, ["type"] = 1, ["recipients"] = new JsonArray(User(user)) };

    private static JsonObject Thread(string id, string parent, string name) => new()
    {
        ["id"] = id,
        ["type"] = 11,
        ["guild_id"] = Server,
        ["parent_id"] = parent,
        ["name"] = name,
        ["owner_id"] = Bot,
        ["message_count"] = 0,
        ["member_count"] = 1,
        ["thread_metadata"] = new JsonObject { ["archived"] = false, ["auto_archive_duration"] = 1_440, ["archive_timestamp"] = "2026-01-01T00:00:00+00:00", ["locked"] = false },
    };

    private JsonNode Registered(JsonNode? command)
    {
        var registered = command!.DeepClone().AsObject();
        registered["id"] = NewId();
        registered["application_id"] = Bot;
        registered["version"] = "1";
        registered["default_member_permissions"] = null;
        return registered;
    }

    private async Task TalkAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        _socket = socket;
        await SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = 41_250 } });
        try
        {
            while (await ReceiveAsync(socket) is { } said)
            {
                await HearAsync(socket, said);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // It is gone.
        }
    }

    private async Task HearAsync(WebSocket socket, JsonNode said)
    {
        switch (said["op"]!.GetValue<int>())
        {
            case 1:
                await SendAsync(new JsonObject { ["op"] = 11 });
                break;
            case 2 when RefusesWith is { } code:
                Refused++;
                TellMore();
                await socket.CloseAsync((WebSocketCloseStatus)code, "refused", _closed.Token);
                break;
            case 2:
                Identified++;
                Intents = said["d"]!["intents"]!.GetValue<int>();
                await DispatchAsync("READY", new JsonObject
                {
                    ["v"] = 10,
                    ["user"] = User(Bot),
                    ["guilds"] = new JsonArray(new JsonObject { ["id"] = Server, ["unavailable"] = true }),
                    ["session_id"] = "session",
                    ["resume_gateway_url"] = GatewayUrl,
                    ["application"] = new JsonObject { ["id"] = Bot, ["flags"] = 0 },
                    ["private_channels"] = new JsonArray(),
                    ["relationships"] = new JsonArray(),
                });
                await DispatchAsync("GUILD_CREATE", Guild());
                break;
            case 6 when !Resumes:
                await SendAsync(new JsonObject { ["op"] = 9, ["d"] = false });
                break;
            case 6:
                JsonObject[] swallowed;
                lock (_lock)
                {
                    swallowed = [.. _happened.Skip(said["d"]!["seq"]!.GetValue<int>())];
                }

                foreach (var happened in swallowed)
                {
                    await SendAsync(happened);
                }

                await DispatchAsync("RESUMED", new JsonObject());
                Resumed++;
                TellMore();
                break;
        }
    }

    private static JsonObject Guild() => new()
    {
        ["id"] = Server,
        ["name"] = "server",
        ["unavailable"] = false,
        ["owner_id"] = "10",
        ["member_count"] = 2,
        ["large"] = false,
        ["roles"] = new JsonArray(new JsonObject { ["id"] = Server, ["name"] = "@everyone", ["color"] = 0, ["hoist"] = false, ["position"] = 0, ["permissions"] = "68608", ["managed"] = false, ["mentionable"] = false, ["flags"] = 0, ["colors"] = new JsonObject { ["primary_color"] = 0 } }),
        ["channels"] = new JsonArray([.. Enumerable.Range(200, 30).Select(id => (JsonNode)new JsonObject { ["id"] = $"{id}", ["type"] = 0, ["name"] = $"channel-{id}", ["position"] = 0, ["permission_overwrites"] = new JsonArray() })]),
        ["threads"] = new JsonArray(),
        ["members"] = new JsonArray(new JsonObject { ["user"] = User(Bot), ["roles"] = new JsonArray(), ["joined_at"] = "2020-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 }),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
        ["joined_at"] = "2020-01-01T00:00:00+00:00",
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["system_channel_flags"] = 0,
        ["premium_tier"] = 0,
        ["preferred_locale"] = "en-US",
        ["nsfw_level"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["afk_timeout"] = 300,
    };

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

    private async Task SendAsync(JsonObject what)
    {
        var text = Encoding.UTF8.GetBytes(what.ToJsonString());
        await _sending.WaitAsync();
        try
        {
            await (_socket?.SendAsync(text, WebSocketMessageType.Text, true, _closed.Token) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The connection is broken; it comes again.
        }
        finally
        {
            _sending.Release();
        }
    }
}
