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
internal sealed partial class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.scripted.token-that-is-as-long-as-a-real-one";
    public const string Bot = "1";
    public const string Server = "100";
    public const string Channel = "200";
    public const string Forum = "290";

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
    public string IdOf(SentRequest sent) =>
        sent.Body!["nonce"] is null ? NewId() : _byNonce.GetOrAdd(sent.Body!["nonce"]!.GetValue<string>(), _ => NewId());

    /// <summary>The messages that channels list.</summary>
    public ConcurrentBag<JsonObject> Missed { get; } = [];

    public string NewId() => Snowflake(TimeProvider.System.GetUtcNow() + Ahead);

    /// <summary>Somebody says something. Without a channel of the server it is a direct message.</summary>
    public async Task<string> SaysAsync(string author, string text, Action<JsonObject>? with = null, string? channel = Channel)
    {
        var message = DiscordJson.Message(NewId(), author, text, channel ?? "900" + author);
        if (channel is not null)
        {
            message["guild_id"] = Server;
            message["member"] = new JsonObject
            {
                ["roles"] = new JsonArray(),
                ["joined_at"] = "2020-01-01T00:00:00+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["flags"] = 0,
            };
        }

        if (text.Contains($"<@{Bot}>", StringComparison.Ordinal))
        {
            message["mentions"]!.AsArray().Add(DiscordJson.User(Bot));
        }

        with?.Invoke(message);
        await Gateway.DispatchAsync("MESSAGE_CREATE", message);
        return message["id"]!.GetValue<string>();
    }

    /// <summary>Somebody writes a post in the forum: a thread, and a message with its id.</summary>
    public async Task<string> PostsAsync(string author, string title, string text)
    {
        var id = NewId();
        var thread = DiscordJson.Thread(id, Forum, title);
        thread["owner_id"] = author;
        await Gateway.DispatchAsync("THREAD_CREATE", thread);
        await SaysAsync(author, text, message => message["id"] = id, channel: id);
        return id;
    }

    private static IEnumerable<string> Buttons(JsonNode? node) =>
        node switch
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
}
