using System.Globalization;
using System.Text.Json.Nodes;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.SlackNet.Tests;

/// <summary>The Web API.</summary>
internal sealed partial class ScriptedSlack
{
    private async Task CallAsync(HttpContext http)
    {
        var method = $"{http.Request.RouteValues["method"]}";
        var token = $"{http.Request.Headers.Authorization}";
        if (token != $"Bearer {(method == "apps.connections.open" ? AppToken : BotToken)}")
        {
            await AnswerAsync(http, new JsonObject { ["ok"] = false, ["error"] = "invalid_auth" });
            return;
        }

        var body =
            http.Request.Method == "POST"
                ? (await JsonNode.ParseAsync(http.Request.Body))?.AsObject() ?? []
                : new JsonObject(http.Request.Query.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, $"{one.Value}")));
        await FaultyAsync(http, method, () => Handle(method, body));
    }

    /// <summary>The answer to a command or a button at its own address.</summary>
    private Task RespondAsync(HttpContext http) =>
        FaultyAsync(
            http,
            "response",
            () =>
            {
                var body = JsonNode.ParseAsync(http.Request.Body).GetAwaiter().GetResult()!.AsObject();
                if (!_triggers.ContainsKey($"{http.Request.RouteValues["id"]}"))
                {
                    Broken.Add("an address that Slack did not give");
                }

                Check(body, "response");
                Note(new SlackRequest("response", body));
                return null;
            }
        );

    private async Task FaultyAsync(HttpContext http, string method, Func<JsonObject?> handle)
    {
        switch (Fault(method))
        {
            case SlackFault.RateLimit:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                break;
            case SlackFault.Unavailable:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case SlackFault.FailsAfter:
                handle();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case SlackFault.HangsAfter:
                handle();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case SlackFault.Drops:
                http.Abort();
                break;
            case SlackFault.RefusesBlocks:
                await AnswerAsync(http, new JsonObject { ["ok"] = false, ["error"] = "invalid_blocks" });
                break;
            default:
                await AnswerAsync(http, handle());
                break;
        }
    }

    private JsonObject Handle(string method, JsonObject body)
    {
        switch (method)
        {
            case "apps.connections.open":
                return new JsonObject
                {
                    ["ok"] = true,
                    ["url"] = _app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/link?ticket=1",
                };
            case "auth.test":
                return new JsonObject
                {
                    ["ok"] = true,
                    ["team_id"] = Team,
                    ["user_id"] = Bot,
                };
            case "users.conversations":
                return new JsonObject { ["ok"] = true, ["channels"] = new JsonArray(new JsonObject { ["id"] = Channel }) };
            case "conversations.history" or "conversations.replies":
                return List(method, body);
            case "chat.postMessage":
                return Post(body);
            case "chat.update" or "chat.delete":
                return Change(method, body);
            case "chat.postEphemeral":
                Check(body, method);
                Note(new SlackRequest(method, body));
                return new JsonObject { ["ok"] = true, ["message_ts"] = NewTime() };
            case "views.open":
                return Open(body);
            case "assistant.threads.setStatus" or "assistant.threads.setSuggestedPrompts":
                Note(new SlackRequest(method, body));
                return new JsonObject { ["ok"] = true };
            default:
                Broken.Add($"{method} is not among what a bot like this calls");
                return new JsonObject { ["ok"] = false, ["error"] = "unknown_method" };
        }
    }

    private JsonObject List(string method, JsonObject body)
    {
        lock (_lock)
        {
            var oldest = decimal.Parse($"{body["oldest"] ?? "0"}", CultureInfo.InvariantCulture);
            var listed = _messages.Where(message =>
                $"{message["channel"]}" == $"{body["channel"]}"
                && decimal.Parse($"{message["ts"]}", CultureInfo.InvariantCulture) > oldest
                && (
                    method == "conversations.history"
                        ? message["thread_ts"] is null
                        : $"{message["ts"]}" == $"{body["ts"]}" || $"{message["thread_ts"]}" == $"{body["ts"]}"
                )
            );
            return new JsonObject { ["ok"] = true, ["messages"] = new JsonArray([.. listed.Select(Listed)]) };
        }
    }

    private static JsonNode Listed(JsonObject message)
    {
        var listed = (JsonObject)message.DeepClone();
        listed["type"] = "message";
        listed.Remove("channel");
        listed.Remove("blocks");
        return listed;
    }

    private JsonObject Post(JsonObject body)
    {
        Check(body, "chat.postMessage");
        var channel = $"{body["channel"]}";
        if (channel == ClosedChannel)
        {
            return new JsonObject { ["ok"] = false, ["error"] = "not_in_channel" };
        }

        if (body["unfurl_links"]?.GetValue<bool>() != false || body["unfurl_media"]?.GetValue<bool>() != false)
        {
            Broken.Add("links get a preview");
        }

        var message = new JsonObject
        {
            ["user"] = Bot,
            ["bot_id"] = "B1",
            ["text"] = body["text"]?.DeepClone(),
            ["ts"] = NewTime(),
            ["channel"] = channel,
            ["metadata"] = body["metadata"]?.DeepClone(),
            ["blocks"] = body["blocks"]?.DeepClone(),
        };
        if (body["thread_ts"] is { } thread)
        {
            message["thread_ts"] = thread.DeepClone();
        }

        lock (_lock)
        {
            _messages.Add(message);
        }

        Note(new SlackRequest("chat.postMessage", body, $"{message["ts"]}"));
        return new JsonObject
        {
            ["ok"] = true,
            ["ts"] = message["ts"]!.DeepClone(),
            ["channel"] = channel,
        };
    }

    private JsonObject Change(string method, JsonObject body)
    {
        lock (_lock)
        {
            if (
                _messages.FirstOrDefault(one => $"{one["ts"]}" == $"{body["ts"]}" && $"{one["channel"]}" == $"{body["channel"]}")
                is not { } message
            )
            {
                return new JsonObject { ["ok"] = false, ["error"] = "message_not_found" };
            }

            if ($"{message["user"]}" != Bot)
            {
                Broken.Add("a message of somebody else is changed");
            }

            if (method == "chat.delete")
            {
                _messages.Remove(message);
            }
            else
            {
                message["blocks"] = body["blocks"]?.DeepClone();
            }
        }

        if (method == "chat.update")
        {
            Check(body, method);
        }

        Note(new SlackRequest(method, body, $"{body["ts"]}"));
        return new JsonObject
        {
            ["ok"] = true,
            ["ts"] = body["ts"]!.DeepClone(),
            ["channel"] = body["channel"]!.DeepClone(),
        };
    }

    private JsonObject Open(JsonObject body)
    {
        foreach (var broken in SlackRules.Blocks(body["view"]!["blocks"]!.AsArray()))
        {
            Broken.Add($"views.open: {broken}");
        }

        if (
            !_triggers.TryGetValue($"{body["trigger_id"]}", out var at)
            || TimeProvider.System.GetUtcNow() - at > TimeSpan.FromSeconds(3)
            || $"{body["view"]!["title"]!["text"]}".Length > 24
        )
        {
            Broken.Add("a window too late, or with too long a title");
        }

        Note(new SlackRequest("views.open", body));
        return new JsonObject
        {
            ["ok"] = true,
            ["view"] = new JsonObject { ["id"] = "V1" },
        };
    }

    private void Check(JsonObject body, string method)
    {
        foreach (var broken in SlackRules.Message(body))
        {
            Broken.Add($"{method}: {broken}");
        }
    }

    /// <summary>The address of a command answers without JSON, and names no type.</summary>
    private static Task AnswerAsync(HttpContext http, JsonObject? answer)
    {
        if (answer is null)
        {
            return http.Response.WriteAsync("ok");
        }

        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.ToJsonString());
    }
}
