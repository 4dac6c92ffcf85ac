using System.Net;
using System.Text.Json.Nodes;
using Discord.Net.Rest;

namespace BriefBot.DiscordNet;

/// <summary>
/// Sends every HTTP request of the library to Discord. Adds to each sent or edited message that it may mention nobody, and sends a message
/// with a nonce once, however often the request is repeated.
/// </summary>
internal sealed class GuardedRestClient(IRestClient inner) : IRestClient
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    private static readonly AsyncLocal<string?> CurrentNonce = new();

    /// <summary>
    /// The nonce of the message that the current flow of calls sends, of at the most 25 characters; null where there is none.
    /// </summary>
    public static string? Nonce
    {
        get => CurrentNonce.Value;
        set => CurrentNonce.Value = value;
    }

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public async Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null
    )
    {
        var response = await inner.SendAsync(method, endpoint, cancelToken, headerOnly, reason, requestHeaders);
        if (response.StatusCode == HttpStatusCode.BadGateway)
        {
            // The library alone would retry at once and without end.
            await Task.Delay(AskAgainAfter, TimeProvider.System, cancelToken);
        }

        return response;
    }

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null
    ) => inner.SendAsync(method, endpoint, Guard(method, endpoint, json), cancelToken, headerOnly, reason, requestHeaders);

    /// <summary>Files are never sent, and their requests could not be guarded.</summary>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null
    ) => throw new NotSupportedException("The bot sends no files.");

    public void Dispose() => inner.Dispose();

    private static string Guard(string method, string endpoint, string json)
    {
        var segments = endpoint.Split('?')[0].Split('/');
        if (method is not ("POST" or "PATCH") || JsonNode.Parse(json) is not JsonObject body)
        {
            return json;
        }

        switch (segments)
        {
            case ["channels", _, "messages"] or ["channels", _, "messages", _]:
                AllowNone(body);
                if (method == "POST" && Nonce is { } nonce)
                {
                    body["nonce"] = nonce;
                    body["enforce_nonce"] = true;
                }

                break;
            case ["webhooks", ..]:
                AllowNone(body);
                break;
            case ["interactions", _, _, "callback"] when body["data"] is JsonObject data && HoldsMessage(body):
                AllowNone(data);
                break;
            default:
                return json;
        }

        return body.ToJsonString();
    }

    /// <summary>
    /// Returns whether the answer to an interaction is a message: a new one (4), or the edit of the one it came from (7).
    /// </summary>
    private static bool HoldsMessage(JsonObject body) => body["type"]?.GetValue<int>() is 4 or 7;

    private static void AllowNone(JsonObject message) =>
        message["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray(), ["replied_user"] = false };
}
