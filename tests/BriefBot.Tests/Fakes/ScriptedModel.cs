using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefBot.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Fakes;

/// <summary>An OpenAI-compatible server on loopback that answers as a test says, and keeps what it was asked.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<JsonElement> _asked = [];
    private readonly List<string> _authorizations = [];

    private ScriptedModel(Func<JsonElement, HttpContext, Task> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.MapPost("/v1/chat/completions", async http =>
        {
            var asked = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
            lock (_asked)
            {
                _asked.Add(asked);
                _authorizations.Add(http.Request.Headers.Authorization.ToString());
            }

            await answers(asked, http);
        });
    }

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<JsonElement> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>The headers that came with it.</summary>
    public IReadOnlyList<string> Authorizations => _authorizations;

    /// <summary>The settings that lead to it.</summary>
    public ModelOptions Options => new()
    {
        Endpoint = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1",
        Name = "scripted",
        Key = "a-key-that-is-secret",
    };

    public static async Task<ScriptedModel> StartAsync(Func<JsonElement, HttpContext, Task> answers)
    {
        var model = new ScriptedModel(answers);
        await model._server.StartAsync(TestContext.Current.CancellationToken);
        return model;
    }

    /// <summary>Writes the same text whatever it is asked, and judges every sentence alike.</summary>
    public static Task<ScriptedModel> SayingAsync(string text, string verdict = "yes") =>
        StartAsync((asked, http) => SayAsync(http, IsVerification(asked) ? Verdicts(verdict) : text));

    /// <summary>Whether it is asked to judge sentences.</summary>
    public static bool IsVerification(JsonElement asked) => Message(asked, "system").StartsWith("You judge", StringComparison.Ordinal);

    /// <summary>The same verdict for every sentence.</summary>
    public static string Verdicts(string verdict) => string.Join('\n', Enumerable.Range(1, 12).Select(number => $"{number}: {verdict}"));

    /// <summary>Gives the same status to everything.</summary>
    public static Task<ScriptedModel> FailingAsync(int status, int? retryAfter = null) => StartAsync((_, http) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return http.Response.WriteAsync("""{"error":{"message":"No. Key a-key-that-is-secret is bad.","type":"x"}}""");
    });

    public static Task SayAsync(HttpContext http, string text) =>
        WriteAsync(http, Completion(new JsonObject { ["role"] = "assistant", ["content"] = text }, "stop").ToJsonString());

    /// <summary>Calls the function that searches the articles.</summary>
    public static Task SearchAsync(HttpContext http, string words) => WriteAsync(http, Completion(
        new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["id"] = "call_1",
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = "articles-search", ["arguments"] = new JsonObject { ["words"] = words }.ToJsonString() },
            }),
        },
        "tool_calls").ToJsonString());

    /// <summary>Never answers.</summary>
    public static Task HangAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        http.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    public static Task WriteAsync(HttpContext http, string body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }

    /// <summary>The text of the last message of a role in what it was asked; empty where there is none.</summary>
    public static string Message(JsonElement asked, string role) =>
        asked.GetProperty("messages").EnumerateArray().LastOrDefault(message => message.GetProperty("role").GetString() == role) switch
        {
            { ValueKind: JsonValueKind.Undefined } => "",
            var message when message.GetProperty("content") is { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
            var message => string.Concat(message.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static JsonObject Completion(JsonObject message, string reason) => new()
    {
        ["id"] = "c",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = reason }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 300, ["completion_tokens"] = 20, ["total_tokens"] = 320 },
    };
}
