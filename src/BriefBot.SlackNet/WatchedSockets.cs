using System.Net.WebSockets;
using SlackNet;

namespace BriefBot.SlackNet;

/// <summary>Opens sockets that notice when the other end is gone, which would else seem connected for many minutes.</summary>
internal sealed class WatchedSockets : IWebSocketFactory
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(15);

    public IWebSocket Create(string uri)
    {
        var socket = new ClientWebSocket();
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (AskEvery, AskEvery);
        return new WebSocketWrapper(socket, uri);
    }
}
