using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefBot.SlackNet.Tests;

/// <summary>
/// A Slack on loopback, with one workspace, as strict as the real one: its Web API, and Socket Mode, which sends again what is not
/// acknowledged.
/// </summary>
internal sealed partial class ScriptedSlack : IAsyncDisposable
{
    public const string AppToken = "xapp-1-test";
    public const string BotToken = "xoxb-test";
    public const string Bot = "U0BOT";
    public const string Team = "T1";
    public const string Channel = "C100";
    public const string ClosedChannel = "C404";

    private readonly Lock _lock = new();
    private readonly WebApplication _app;
    private readonly List<SlackRequest> _requests = [];
    private readonly List<JsonObject> _messages = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _triggers = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;
    private int _ids;

    private ScriptedSlack(WebApplication app) => _app = app;

    /// <summary>All rules that requests broke.</summary>
    public ConcurrentBag<string> Broken { get; } = [];

    /// <summary>Goes wrong with a request, or null where all goes well.</summary>
    public Func<string, SlackFault?> Fault { get; set; } = _ => null;

    public string ApiUrl => $"{_app.Urls.Single()}/api/";

    /// <summary>The requests that had an effect, in order.</summary>
    public IReadOnlyList<SlackRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public static async Task<ScriptedSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var slack = new ScriptedSlack(builder.Build());
        slack._app.UseWebSockets();
        slack._app.Map("/api/{method}", slack.CallAsync);
        slack._app.MapPost("/response/{id}", slack.RespondAsync);
        slack._app.Map("/link", slack.LinkAsync);
        await slack._app.StartAsync();
        return slack;
    }

    /// <summary>Returns the messages of the bot in a channel that are there now.</summary>
    public IReadOnlyList<JsonObject> Sent(string channel = Channel)
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => $"{message["channel"]}" == channel && $"{message["user"]}" == Bot)];
        }
    }

    /// <summary>Completes with the request that is the last of so many such.</summary>
    public async Task<SlackRequest> UntilAsync(Func<SlackRequest, bool> shows, int times = 1)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_requests.Where(shows).Skip(times - 1).FirstOrDefault() is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Somebody writes a message; Slack tells of one that names the bot twice.</summary>
    /// <returns>Its time.</returns>
    public async Task<string> SaysAsync(
        string user,
        string text,
        string channel = Channel,
        string? thread = null,
        Action<JsonObject>? with = null
    )
    {
        var message = Add(user, text, channel, thread);
        message["client_msg_id"] = $"{Guid.CreateVersion7()}";
        with?.Invoke(message);
        if (message.ContainsKey("bot_id"))
        {
            message.Remove("client_msg_id");
        }

        var isDirect = channel.StartsWith('D');
        var said = (JsonObject)message.DeepClone();
        said["type"] = "message";
        said["channel_type"] = isDirect ? "im" : "channel";
        await SendEventAsync(said);
        if (!isDirect && message["subtype"] is null && text.Contains($"<@{Bot}>", StringComparison.Ordinal))
        {
            var mention = (JsonObject)message.DeepClone();
            mention["type"] = "app_mention";
            await SendEventAsync(mention);
        }

        return $"{message["ts"]}";
    }

    /// <summary>Somebody writes a message of which Slack does not tell, as while nobody listens.</summary>
    public string SaysUnheard(string user, string text, string channel = Channel) => $"{Add(user, text, channel, null)["ts"]}";

    public Task EditsAsync(string user, string time, string text, string channel = Channel)
    {
        JsonObject message;
        lock (_lock)
        {
            message = _messages.Single(one => $"{one["ts"]}" == time);
            message["text"] = text;
        }

        var changed = (JsonObject)message.DeepClone();
        changed["type"] = "message";
        changed["edited"] = new JsonObject { ["user"] = user, ["ts"] = time };
        return SendEventAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = "message_changed",
                ["channel"] = channel,
                ["ts"] = NewTime(),
                ["message"] = changed,
            }
        );
    }

    /// <summary>Somebody deletes a message: one with replies leaves a tombstone.</summary>
    public Task DeletesAsync(string time, string channel = Channel)
    {
        bool hasReplies;
        lock (_lock)
        {
            hasReplies = _messages.Any(message => $"{message["thread_ts"]}" == time);
        }

        return hasReplies
            ? SendEventAsync(
                new JsonObject
                {
                    ["type"] = "message",
                    ["subtype"] = "message_changed",
                    ["channel"] = channel,
                    ["ts"] = NewTime(),
                    ["message"] = new JsonObject
                    {
                        ["type"] = "message",
                        ["subtype"] = "tombstone",
                        ["user"] = "USLACKBOT",
                        ["text"] = "This message was deleted.",
                        ["ts"] = time,
                        ["thread_ts"] = time,
                    },
                }
            )
            : DeletesAloneAsync(time, channel);
    }

    private Task DeletesAloneAsync(string time, string channel) =>
        SendEventAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = "message_deleted",
                ["channel"] = channel,
                ["ts"] = NewTime(),
                ["deleted_ts"] = time,
            }
        );

    /// <summary>Somebody uses a slash command.</summary>
    public async Task<string> CommandAsync(string user, string text, string channel = Channel)
    {
        var trigger = NewTrigger();
        await SendAsync(
            "slash_commands",
            new JsonObject
            {
                ["command"] = "/ask",
                ["text"] = text,
                ["response_url"] = $"{_app.Urls.Single()}/response/{trigger}",
                ["trigger_id"] = trigger,
                ["user_id"] = user,
                ["team_id"] = Team,
                ["channel_id"] = channel,
            }
        );
        return trigger;
    }

    /// <summary>Somebody chooses "Answer this" in the menu of a message.</summary>
    public async Task<string> AnswerThisAsync(string user, string messageUser, string text, string channel = Channel)
    {
        var trigger = NewTrigger();
        var message = Add(messageUser, text, channel, null);
        var shown = (JsonObject)message.DeepClone();
        shown["type"] = "message";
        var interaction = Interaction("message_action", user, trigger, channel);
        interaction["callback_id"] = "answer_this";
        interaction["message"] = shown;
        await SendAsync("interactive", interaction);
        return $"{message["ts"]}";
    }

    public Task StartsAssistantAsync(string user, string channel, string thread) =>
        SendEventAsync(
            new JsonObject
            {
                ["type"] = "assistant_thread_started",
                ["assistant_thread"] = new JsonObject
                {
                    ["user_id"] = user,
                    ["channel_id"] = channel,
                    ["thread_ts"] = thread,
                },
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _app.DisposeAsync();
        _closed.Dispose();
    }

    private JsonObject Interaction(string type, string user, string trigger, string channel) =>
        new()
        {
            ["type"] = type,
            ["user"] = new JsonObject { ["id"] = user },
            ["team"] = new JsonObject { ["id"] = Team },
            ["channel"] = new JsonObject { ["id"] = channel },
            ["trigger_id"] = trigger,
            ["response_url"] = $"{_app.Urls.Single()}/response/{trigger}",
        };

    private JsonObject Add(string user, string text, string channel, string? thread)
    {
        var message = new JsonObject
        {
            ["user"] = user,
            ["text"] = text,
            ["ts"] = NewTime(),
            ["channel"] = channel,
        };
        if (thread is not null)
        {
            message["thread_ts"] = thread;
        }

        lock (_lock)
        {
            _messages.Add(message);
        }

        return message;
    }

    private string NewTrigger()
    {
        var trigger = string.Create(CultureInfo.InvariantCulture, $"trigger.{Interlocked.Increment(ref _ids)}");
        _triggers[trigger] = TimeProvider.System.GetUtcNow();
        return trigger;
    }

    private string NewTime()
    {
        var time = Interlocked.Increment(ref _last);
        return string.Create(CultureInfo.InvariantCulture, $"{time / 1_000_000}.{time % 1_000_000:000000}");
    }

    private void Note(SlackRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            _more.TrySetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

/// <summary>A request that had an effect.</summary>
/// <param name="Method">The method of the Web API, or <c>response</c>.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Time">The time of the message that it made, or null.</param>
internal sealed record SlackRequest(string Method, JsonObject? Body, string? Time = null)
{
    /// <summary>All text of the blocks.</summary>
    public string Text => SlackRules.Text(Body?["blocks"] ?? Body?["view"]?["blocks"]);

    public bool IsMessage => Method == "chat.postMessage";
}

/// <summary>What goes wrong with a request.</summary>
internal enum SlackFault
{
    /// <summary>Slack limits the rate.</summary>
    RateLimit,

    /// <summary>Status 503, without an effect.</summary>
    Unavailable,

    /// <summary>Status 500, after it had its effect.</summary>
    FailsAfter,

    /// <summary>No answer, after it had its effect.</summary>
    HangsAfter,

    /// <summary>The connection breaks before it has an effect.</summary>
    Drops,

    /// <summary>Slack refuses the blocks.</summary>
    RefusesBlocks,
}
