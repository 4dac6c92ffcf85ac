using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet.Tests;

/// <content>How it answers what the bot asks over HTTP.</content>
internal sealed partial class ScriptedDiscord
{
    private Task HandleAsync(HttpContext http) => http.WebSockets.IsWebSocketRequest ? Gateway.TalkAsync(http) : AnswerAsync(http);

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var request = new SentRequest(
            http.Request.Method,
            http.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal),
            text.Length > 0 ? JsonNode.Parse(text) : null
        );
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
        http.Response.Headers["X-RateLimit-Reset"] = TimeProvider
            .System.GetUtcNow()
            .AddSeconds(1)
            .ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Reset-After"] = "1";
        http.Response.Headers["X-RateLimit-Bucket"] =
            $"{request.Method}-{string.Join('-', request.Path.Split('/').Where(segment => !segment.All(char.IsDigit)))}";
        if (
            http.Request.Headers.Authorization != $"Bot {Token}"
            && !request.Path.StartsWith("webhooks/", StringComparison.Ordinal)
            && !request.Path.StartsWith("interactions/", StringComparison.Ordinal)
        )
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
            ("GET", ["channels", var id, "messages"]) => (
                200,
                new JsonArray([.. Missed.Where(message => message["channel_id"]!.GetValue<string>() == id).Select(one => one.DeepClone())])
            ),
            ("GET", ["channels", var id, "messages", var message]) => (200, DiscordJson.Message(message, "10", "", id)),
            ("POST", ["channels", var id, "messages", var message, "threads"]) => Opened(
                DiscordJson.Thread(message, id, request.Body!["name"]!.GetValue<string>())
            ),
            ("POST", ["channels", var id, "messages"]) => (
                200,
                DiscordJson.Message(Posted(request), Bot, request.Body!["content"]?.GetValue<string>() ?? "", id)
            ),
            ("PATCH", ["channels", var id, "messages", var message]) => Stands(message)
                ? (200, DiscordJson.Message(message, Bot, request.Body!["content"]?.GetValue<string>() ?? "", id))
                : Error(404, 10_008, "Unknown Message"),
            ("DELETE", ["channels", _, "messages", var message]) => Removed(message) ? (204, null) : Error(404, 10_008, "Unknown Message"),
            ("POST", ["channels", _, "typing"]) => (204, null),
            ("PUT", ["channels", _, "messages", _, "reactions", _, "@me"]) => (204, null),
            ("POST", ["interactions", _, var token, "callback"]) => Answered(token, request),
            ("PATCH", ["webhooks", Bot, var token, "messages", "@original"]) => Filled(token, request),
            ("DELETE", ["webhooks", Bot, var token, "messages", "@original"]) => IsAnswered(token)
                ? (204, null)
                : Error(404, 10_015, "Unknown Webhook"),
            ("POST", ["webhooks", Bot, var token]) => IsAnswered(token)
                ? (200, DiscordJson.Message(NewId(), Bot, "", Channel))
                : Error(404, 10_015, "Unknown Webhook"),
            _ => Error(404, 0, "404: Not Found"),
        };
    }

    private static (int Status, JsonNode? Body) Error(int status, int code, string message) =>
        (status, new JsonObject { ["message"] = message, ["code"] = code });

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

    private bool IsAnswered(string token) =>
        _interactions.TryGetValue(token, out var interaction) && Volatile.Read(ref interaction.Answers) > 0;

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

    private string Snowflake(DateTimeOffset time) =>
        (((time.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + (Interlocked.Increment(ref _ids) % 4_194_304)).ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>A command or a pressed button, and how often it was answered.</summary>
    private sealed class OpenInteraction
    {
        public readonly long At = TimeProvider.System.GetTimestamp();
        public int Answers;
    }
}
