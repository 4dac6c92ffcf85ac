using System.Collections.Concurrent;
using System.Globalization;
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

    /// <summary>A role of the server that may manage messages.</summary>
    public const string Moderators = "101";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _byNonce = new();
    private readonly Lock _lock = new();
    private readonly List<SentRequest> _requests = [];
    private readonly HashSet<string> _removed = [];
    private readonly ConcurrentDictionary<string, OpenInteraction> _interactions = new();
    private readonly Dictionary<string, SentRequest> _posts = [];
    private readonly CancellationTokenSource _closed = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JsonArray _commands = [];
    private long _ids = 1_000;

    private ScriptedDiscord(WebApplication app)
    {
        _app = app;
        Gateway = new ScriptedGateway(TellMore);
    }

    public ScriptedGateway Gateway { get; }

    /// <summary>Where the bot finds it: the settings <c>Discord:ApiUrl</c> and <c>Discord:GatewayUrl</c>.</summary>
    public string ApiUrl => $"{_app.Urls.Single()}/api/v10/";

    public string GatewayUrl => $"{_app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/?v=10&encoding=json";

    /// <summary>What is done with a request before it is answered: true where it was dealt with.</summary>
    public Func<HttpContext, SentRequest, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>What a request has to keep to; one that does not is refused, as <see cref="Broken"/> says.</summary>
    public List<Func<SentRequest, IEnumerable<string>>> Rules { get; } = [DiscordRules.Broken];

    /// <summary>What was refused, and why.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    /// <summary>How far Discord's clock is ahead of the bot's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>How many shards Discord recommends.</summary>
    public int RecommendedShards { get; set; } = 1;

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
        discord.Gateway.Url = discord.GatewayUrl;
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

    /// <summary>Takes what the bot sends, whatever the bot hears of it.</summary>
    public void Take(SentRequest request) => Respond(request);

    /// <summary>No command or button that there was can be answered any more.</summary>
    public void Expire() => _interactions.Clear();

    /// <summary>The messages that the bot sent to channels, and its first answers to commands; repeated ones once.</summary>
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
    public Task RefusedAsync(int times) => UntilAsync(() => Gateway.Refused >= times);

    /// <summary>Completes when so many sessions have begun.</summary>
    public Task IdentifiedAsync(int times) => UntilAsync(() => Gateway.Identified.Count >= times);

    /// <summary>Completes when a connection has gone on where it was so many times.</summary>
    public Task ResumedAsync(int times) => UntilAsync(() => Gateway.Resumed >= times);

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
    public string IdOf(SentRequest sent) => sent.Body!["nonce"] is null ? NewId() : _byNonce.GetOrAdd(sent.Body!["nonce"]!.GetValue<string>(), _ => NewId());

    public string NewId() => Snowflake(TimeProvider.System.GetUtcNow() + Ahead);

    /// <summary>Somebody says something. Without a channel of the server it is a direct message.</summary>
    public async Task<string> SaysAsync(string author, string text, Action<JsonObject>? with = null, string? channel = Channel)
    {
        var message = DiscordJson.Message(NewId(), author, text, channel ?? "900" + author);
        if (channel is not null)
        {
            message["guild_id"] = Server;
            message["member"] = new JsonObject { ["roles"] = new JsonArray(), ["joined_at"] = "2020-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 };
        }

        if (text.Contains($"<@{Bot}>", StringComparison.Ordinal))
        {
            message["mentions"]!.AsArray().Add(DiscordJson.User(Bot));
        }

        with?.Invoke(message);
        await Gateway.DispatchAsync("MESSAGE_CREATE", message);
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
            ["options"] = new JsonArray(
                [.. options.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = option.Value.DeepClone() })]),
        });
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    /// <summary>Somebody presses a button under a message that the bot sent.</summary>
    /// <param name="author">Who.</param>
    /// <param name="sent">The message.</param>
    /// <param name="button">Its name.</param>
    /// <param name="role">A role that the author has.</param>
    public async Task<string> PressAsync(string author, SentRequest sent, string button = "delete", string? role = null)
    {
        var custom = Buttons(sent.Body).Single(id => id.StartsWith(button + ":", StringComparison.Ordinal));
        var interaction = Interaction(author, 3, Channel, new JsonObject { ["custom_id"] = custom, ["component_type"] = 2 });
        if (role is not null)
        {
            interaction["member"]!["roles"]!.AsArray().Add(role);
        }

        interaction["message"] = DiscordJson.Message(IdOf(sent), Bot, "", Channel);
        await Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        return interaction["id"]!.GetValue<string>();
    }

    private JsonObject Interaction(string author, int type, string channel, JsonObject data)
    {
        var interaction = DiscordJson.Interaction(NewId(), author, type, channel, data);
        _interactions[interaction["token"]!.GetValue<string>()] = new OpenInteraction();
        return interaction;
    }

    private static IEnumerable<string> Buttons(JsonNode? node) => node switch
    {
        JsonObject component when component["custom_id"] is JsonValue id => [id.GetValue<string>()],
        JsonObject body => Buttons(body["data"] ?? body["components"]),
        JsonArray components => components.SelectMany(Buttons),
        _ => [],
    };

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        Gateway.Dispose();
        await _app.DisposeAsync();
        _closed.Dispose();
    }

    private string Snowflake(DateTimeOffset time) =>
        (((time.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + (Interlocked.Increment(ref _ids) % 4_194_304)).ToString(CultureInfo.InvariantCulture);

    private Task HandleAsync(HttpContext http) => http.WebSockets.IsWebSocketRequest ? Gateway.TalkAsync(http) : AnswerAsync(http);

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var request = new SentRequest(
            http.Request.Method, http.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal), text.Length > 0 ? JsonNode.Parse(text) : null);
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
        if (http.Request.Headers.Authorization != $"Bot {Token}" && !request.Path.StartsWith("webhooks/", StringComparison.Ordinal)
            && !request.Path.StartsWith("interactions/", StringComparison.Ordinal))
        {
            await WriteAsync(http, 401, new JsonObject { ["message"] = "401: Unauthorized", ["code"] = 0 });
            return;
        }

        try
        {
            var (status, body) = Respond(request);
            await WriteAsync(http, status, body);
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            Broken.Enqueue($"{request.Method} {request.Path}: {e}");
            throw;
        }
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
        string[] broken = [.. Rules.SelectMany(rule => rule(request))];
        if (broken.Length > 0)
        {
            Broken.Enqueue($"{request.Method} {request.Path}: {string.Join("; ", broken)}");
            return Error(400, 50_035, "Invalid Form Body");
        }

        return (request.Method, request.Path.Split('/')) switch
        {
            ("GET", ["users", "@me"]) => (200, DiscordJson.User(Bot)),
            ("GET", ["users", var id]) => (200, DiscordJson.User(id)),
            ("GET", ["gateway", "bot"]) => (200, DiscordJson.BotGateway(GatewayUrl, RecommendedShards)),
            ("GET", ["oauth2", "applications", "@me"] or ["applications", "@me"]) => (200, DiscordJson.Application()),
            ("GET", ["applications", Bot, "commands"]) => (200, _commands.DeepClone()),
            ("PUT", ["applications", Bot, "commands"]) => (200, (_commands = [.. request.Body!.AsArray().Select(Registered)]).DeepClone()),
            ("POST", ["users", "@me", "channels"]) => (200, DiscordJson.DirectChannel(request.Body!["recipient_id"]!.GetValue<string>())),
            ("GET", ["channels", var id]) when id.StartsWith("900", StringComparison.Ordinal) => (200, DiscordJson.DirectChannel(id[3..])),
            ("GET", ["channels", var id, "messages", var message]) => (200, DiscordJson.Message(message, "10", "", id)),
            ("POST", ["channels", var id, "messages", var message, "threads"]) => Opened(DiscordJson.Thread(message, id, request.Body!["name"]!.GetValue<string>())),
            ("POST", ["channels", var id, "messages"]) => (200, DiscordJson.Message(Posted(request), Bot, request.Body!["content"]?.GetValue<string>() ?? "", id)),
            ("PATCH", ["channels", var id, "messages", var message]) =>
                Stands(message) ? (200, DiscordJson.Message(message, Bot, request.Body!["content"]?.GetValue<string>() ?? "", id)) : Error(404, 10_008, "Unknown Message"),
            ("DELETE", ["channels", _, "messages", var message]) => Removed(message) ? (204, null) : Error(404, 10_008, "Unknown Message"),
            ("POST", ["channels", _, "typing"]) => (204, null),
            ("POST", ["interactions", _, var token, "callback"]) => Answered(token, request),
            ("PATCH", ["webhooks", Bot, var token, "messages", "@original"]) => Filled(token, request),
            ("DELETE", ["webhooks", Bot, var token, "messages", "@original"]) => IsAnswered(token) ? (204, null) : Error(404, 10_015, "Unknown Webhook"),
            ("POST", ["webhooks", Bot, var token]) => IsAnswered(token) ? (200, DiscordJson.Message(NewId(), Bot, "", Channel)) : Error(404, 10_015, "Unknown Webhook"),
            _ => Error(404, 0, "404: Not Found"),
        };
    }

    private static (int Status, JsonNode? Body) Error(int status, int code, string message) => (status, new JsonObject { ["message"] = message, ["code"] = code });

    private (int Status, JsonNode? Body) Opened(JsonObject thread)
    {
        _ = Gateway.DispatchAsync("THREAD_CREATE", thread);
        return (201, thread.DeepClone());
    }

    /// <summary>A nonce that is enforced gives the message that was sent under it.</summary>
    private string Posted(SentRequest request)
    {
        var nonce = request.Body!["enforce_nonce"]?.GetValue<bool>() == true ? request.Body["nonce"]!.GetValue<string>() : NewId();
        return Keep(_byNonce.GetOrAdd(nonce, _ => NewId()), request);
    }

    /// <summary>An answer has to come within three seconds and only once.</summary>
    private (int Status, JsonNode? Body) Answered(string token, SentRequest request)
    {
        if (!_interactions.TryGetValue(token, out var interaction) || TimeProvider.System.GetElapsedTime(interaction.At) > AnswerWithin)
        {
            return Error(404, 10_062, "Unknown interaction");
        }

        if (Interlocked.Exchange(ref interaction.Answers, 1) > 0)
        {
            return Error(400, 40_060, "Interaction has already been acknowledged.");
        }

        if (request.Body!["type"]!.GetValue<int>() == 4)
        {
            Keep(token, request);
        }

        return (204, null);
    }

    private (int Status, JsonNode? Body) Filled(string token, SentRequest request)
    {
        if (!IsAnswered(token))
        {
            return Error(404, 10_015, "Unknown Webhook");
        }

        Keep(token, request);
        return (200, DiscordJson.Message(NewId(), Bot, "", Channel));
    }

    private bool IsAnswered(string token) => _interactions.TryGetValue(token, out var interaction) && Volatile.Read(ref interaction.Answers) > 0;

    private string Keep(string id, SentRequest request)
    {
        lock (_lock)
        {
            _posts.TryAdd(id, request);
        }

        TellMore();
        return id;
    }

    private bool Stands(string id)
    {
        lock (_lock)
        {
            return _posts.ContainsKey(id) && !_removed.Contains(id);
        }
    }

    private bool Removed(string id)
    {
        lock (_lock)
        {
            return _posts.ContainsKey(id) && _removed.Add(id);
        }
    }

    private JsonNode Registered(JsonNode? command)
    {
        var registered = command!.DeepClone().AsObject();
        registered["id"] = NewId();
        registered["application_id"] = Bot;
        registered["version"] = "1";
        registered["default_member_permissions"] = null;
        return registered;
    }

    /// <summary>A command or a pressed button, and how often it was answered.</summary>
    private sealed class OpenInteraction
    {
        public readonly long At = TimeProvider.System.GetTimestamp();
        public int Answers;
    }
}
