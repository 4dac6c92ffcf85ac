using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.DiscordNet.Tests;

/// <content>A connection of the bot, as long as it can be resumed.</content>
internal sealed partial class ScriptedGateway
{
    /// <summary>What one shard has been told, over one connection after another.</summary>
    private sealed class Session(WebSocket socket, CancellationToken closed)
    {
        private readonly Lock _lock = new();
        private readonly List<JsonObject> _happened = [];
        private Task _sent = Task.CompletedTask;

        public string Id { get; set; } = "";

        public int Shard { get; set; }

        public int Shards { get; set; } = 1;

        public WebSocket Socket { get; set; } = socket;

        public Task TellAsync(string name, JsonObject data)
        {
            lock (_lock)
            {
                _happened.Add(
                    new JsonObject
                    {
                        ["op"] = 0,
                        ["s"] = _happened.Count + 1,
                        ["t"] = name,
                        ["d"] = data,
                    }
                );
                return SendAsync(_happened[^1]);
            }
        }

        public async Task RepeatAsync(int after)
        {
            JsonObject[] swallowed;
            lock (_lock)
            {
                swallowed = [.. _happened.Skip(after)];
            }

            foreach (var what in swallowed)
            {
                await SendAsync(what);
            }
        }

        /// <summary>One after the other.</summary>
        public Task SendAsync(JsonObject what)
        {
            lock (_lock)
            {
                return _sent = SendAsync(_sent, Encoding.UTF8.GetBytes(what.ToJsonString()));
            }
        }

        private async Task SendAsync(Task before, byte[] text)
        {
            await before;
            try
            {
                await Socket.SendAsync(text, WebSocketMessageType.Text, true, closed);
            }
            catch (Exception e)
                when (e
                        is WebSocketException
                            or OperationCanceledException
                            or ObjectDisposedException
                            or InvalidOperationException
                            or IOException
                )
            {
                // The connection is broken; it comes again.
            }
        }
    }
}
