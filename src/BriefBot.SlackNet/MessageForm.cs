using System.Security.Cryptography;
using System.Text;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.Blocks;
using SlackNet.WebApi;

namespace BriefBot.SlackNet;

/// <summary>Converts messages to the library's types. Nothing in them becomes a link or a preview, or calls anybody.</summary>
internal sealed class MessageForm(SlackJsonSettings settings)
{
    /// <param name="message">The message.</param>
    /// <param name="nonce">The mark by which it is found again; null where it is not looked for.</param>
    public Message Create(ChatMessage message, string? nonce) =>
        new()
        {
            Text = SlackRenderer.RenderText(message),
            Blocks = Blocks(message),
            Parse = ParseMode.None,
            LinkNames = false,
            UnfurlLinks = false,
            UnfurlMedia = false,
            MetadataJson = nonce is null
                ? null
                : new MessageMetadata
                {
                    EventType = SlackNames.Metadata,
                    EventPayload = new JObject { ["id"] = nonce },
                },
        };

    public IList<Block> Blocks(ChatMessage message) =>
        message.IsPlain
            ? []
            : JsonConvert.DeserializeObject<IList<Block>>(SlackRenderer.Render(message).ToJsonString(), settings.SerializerSettings)!;

    /// <summary>The same for the same message in the place of a question or in a channel with this id.</summary>
    public static string Nonce(string id, ChatMessage message) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{SlackRenderer.Format.Describe(message)}")))[..24];
}
