using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>A request that the bot sent.</summary>
/// <param name="Method">Such as <c>POST</c>.</param>
/// <param name="Path">Below the interface's root, without its version.</param>
/// <param name="Body">The JSON, or null.</param>
internal sealed record SentRequest(string Method, string Path, JsonNode? Body)
{
    /// <summary>Whether it sends a message to a channel.</summary>
    public bool IsMessage =>
        Method == "POST" && Path.StartsWith("channels/", StringComparison.Ordinal) && Path.EndsWith("/messages", StringComparison.Ordinal);

    /// <summary>All texts of the message's components, joined.</summary>
    public string Text => string.Join('\n', Texts(Body));

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject component when component["content"] is JsonValue text => [text.GetValue<string>()],
            JsonObject body => Texts(body["data"] ?? body["components"]),
            JsonArray components => components.SelectMany(Texts),
            _ => [],
        };
}
