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
    /// <summary>Whether a request asks for a stream.</summary>
    private const string Streams = "streams";

    private readonly WebApplication _server;
    private readonly List<JsonElement> _asked = [];
    private readonly List<string> _authorizations = [];

    private ScriptedModel(Func<JsonElement, HttpContext, Task> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.MapPost(
            "/v1/chat/completions",
            async http =>
            {
                var asked = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
                lock (_asked)
                {
                    _asked.Add(asked);
                    _authorizations.Add(http.Request.Headers.Authorization.ToString());
                }

                http.Items[Streams] = asked.TryGetProperty("stream", out var stream) && stream.GetBoolean();
                await answers(asked, http);
            }
        );
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
    public ModelOptions Options =>
        new()
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
    public static Task<ScriptedModel> FailingAsync(int status, int? retryAfter = null) =>
        StartAsync(
            (_, http) =>
            {
                http.Response.StatusCode = status;
                if (retryAfter is { } seconds)
                {
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return http.Response.WriteAsync("""{"error":{"message":"No. Key a-key-that-is-secret is bad.","type":"x"}}""");
            }
        );

    public static Task SayAsync(HttpContext http, string text) =>
        http.Items[Streams] is true
            ? StreamAsync(http, text.Chunk(7).Select(part => new string(part)), isWhole: true)
            : WriteAsync(http, Completion(new JsonObject { ["role"] = "assistant", ["content"] = text }, "stop").ToJsonString());

    /// <summary>Says a text in parts, and then that it is whole; else the stream only waits.</summary>
    public static async Task StreamAsync(HttpContext http, IEnumerable<string> parts, bool isWhole)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var part in parts)
        {
            await EventAsync(http, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = part }, null));
        }

        if (isWhole)
        {
            await EndAsync(http, "stop");
        }
        else
        {
            await HangAsync(http);
        }
    }

    /// <summary>Says the beginning of a text, and each part after it when it may go on.</summary>
    public static async Task StreamAsync(HttpContext http, string beginning, params (Task GoesOn, string Text)[] parts)
    {
        http.Response.ContentType = "text/event-stream";
        await EventAsync(http, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = beginning }, null));
        foreach (var (goesOn, text) in parts)
        {
            await goesOn.WaitAsync(http.RequestAborted);
            await EventAsync(http, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = text }, null));
        }

        await EndAsync(http, "stop");
    }

    /// <summary>Calls the function that searches the articles.</summary>
    public static async Task SearchAsync(HttpContext http, string words)
    {
        var call = new JsonObject
        {
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject
            {
                ["name"] = "articles-search",
                ["arguments"] = new JsonObject { ["words"] = words }.ToJsonString(),
            },
        };
        if (http.Items[Streams] is not true)
        {
            await WriteAsync(
                http,
                Completion(
                        new JsonObject
                        {
                            ["role"] = "assistant",
                            ["content"] = null,
                            ["tool_calls"] = new JsonArray(call),
                        },
                        "tool_calls"
                    )
                    .ToJsonString()
            );
            return;
        }

        call["index"] = 0;
        http.Response.ContentType = "text/event-stream";
        await EventAsync(http, Chunk(new JsonObject { ["role"] = "assistant", ["tool_calls"] = new JsonArray(call) }, null));
        await EndAsync(http, "tool_calls");
    }

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
            var message => string.Concat(
                message.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("text").GetString())
            ),
        };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static async Task EndAsync(HttpContext http, string reason)
    {
        await EventAsync(http, Chunk([], reason));
        var used = Chunk([], null);
        (used["choices"], used["usage"]) = (new JsonArray(), Usage);
        await EventAsync(http, used);
        await http.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static async Task EventAsync(HttpContext http, JsonObject chunk)
    {
        await http.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
        await http.Response.Body.FlushAsync();
    }

    private static JsonObject Chunk(JsonObject delta, string? reason) =>
        new()
        {
            ["id"] = "c",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "scripted",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["delta"] = delta,
                    ["finish_reason"] = reason,
                }
            ),
        };

    private static JsonObject Usage =>
        new()
        {
            ["prompt_tokens"] = 300,
            ["completion_tokens"] = 20,
            ["total_tokens"] = 320,
        };

    private static JsonObject Completion(JsonObject message, string reason) =>
        new()
        {
            ["id"] = "c",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "scripted",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = message,
                    ["finish_reason"] = reason,
                }
            ),
            ["usage"] = Usage,
        };
}
