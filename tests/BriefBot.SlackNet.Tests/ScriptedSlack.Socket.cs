using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.SlackNet.Tests;

/// <summary>Socket Mode.</summary>
internal sealed partial class ScriptedSlack
{
    /// <summary>Slack sends an envelope again that is not acknowledged within three seconds; here sooner.</summary>
    private static readonly TimeSpan AcknowledgedWithin = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<int, WebSocket> _sockets = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _unacknowledged = new();
    private readonly SemaphoreSlim _one = new(1);
    private int _envelopes;

    /// <summary>Whether an acknowledgement is lost, so that the envelope comes again.</summary>
    public Func<int, bool> Loses { get; set; } = _ => false;

    /// <summary>The number of envelopes that were sent again.</summary>
    public int SentAgain { get; private set; }

    /// <summary>Completes when there is a socket.</summary>
    public async Task ConnectedAsync()
    {
        while (_sockets.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Closes all sockets: after a warning, as for a refresh, or at once.</summary>
    public async Task DropAsync(bool isRefresh)
    {
        foreach (var (id, socket) in _sockets.ToArray())
        {
            _sockets.TryRemove(id, out _);
            try
            {
                if (isRefresh)
                {
                    await WriteAsync(socket, new JsonObject { ["type"] = "disconnect", ["reason"] = "refresh_requested" });
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "refresh", CancellationToken.None);
                }
                else
                {
                    socket.Abort();
                }
            }
            catch (WebSocketException)
            {
                // It is gone already.
            }
        }
    }

    private async Task LinkAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var id = Interlocked.Increment(ref _ids);
        await WriteAsync(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = 1 });
        _sockets[id] = socket;
        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer, _closed.Token);
                if (received.MessageType == WebSocketMessageType.Text)
                {
                    Acknowledged(JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count))!.AsObject());
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // It is closed.
        }

        _sockets.TryRemove(id, out _);
    }

    private void Acknowledged(JsonObject acknowledgement)
    {
        if (_unacknowledged.TryGetValue($"{acknowledgement["envelope_id"]}", out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    private Task SendEventAsync(JsonObject happened) =>
        SendAsync(
            "events_api",
            new JsonObject
            {
                ["type"] = "event_callback",
                ["team_id"] = Team,
                ["event_id"] = string.Create(CultureInfo.InvariantCulture, $"Ev{Interlocked.Increment(ref _ids)}"),
                ["event_time"] = 1,
                ["event"] = happened,
            }
        );

    /// <summary>Sends an envelope until it is acknowledged.</summary>
    private async Task SendAsync(string type, JsonObject payload)
    {
        for (var attempt = 0; ; attempt++)
        {
            var number = Interlocked.Increment(ref _envelopes);
            var id = string.Create(CultureInfo.InvariantCulture, $"envelope{number}");
            var acknowledged = _unacknowledged[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await ConnectedAsync();
            try
            {
                await WriteAsync(
                    _sockets.Values.First(),
                    new JsonObject
                    {
                        ["type"] = type,
                        ["envelope_id"] = id,
                        ["accepts_response_payload"] = false,
                        ["retry_attempt"] = attempt,
                        ["retry_reason"] = attempt > 0 ? "timeout" : "",
                        ["payload"] = payload.DeepClone(),
                    }
                );
                await acknowledged.Task.WaitAsync(AcknowledgedWithin, TestContext.Current.CancellationToken);
                if (!Loses(number))
                {
                    return;
                }
            }
            catch (Exception e) when (e is WebSocketException or TimeoutException or InvalidOperationException or ObjectDisposedException)
            {
                // It is sent again, over another socket where this one is gone.
            }

            SentAgain++;
        }
    }

    private async Task WriteAsync(WebSocket socket, JsonObject message)
    {
        await _one.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _one.Release();
        }
    }
}
