using System.Security.Cryptography;
using System.Text;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Converts a message to the library's types: text or components, and the nonce that makes it unique.</summary>
internal static class PartForm
{
    public static void Fill(MessageProperties properties, ChatMessage message)
    {
        properties.AllowedMentions = AllowedMentions.None;
        if (message.IsPlain)
        {
            properties.Content = TextOf(message);
            return;
        }

        properties.Components = ComponentsOf(message);
        properties.Flags = MessageFlags.ComponentsV2;
    }

    public static string? TextOf(ChatMessage message) => message.IsPlain ? DiscordRenderer.RenderText(message) : null;

    public static MessageComponent? ComponentsOf(ChatMessage message) =>
        message.IsPlain ? null : DiscordParts.Create(DiscordRenderer.Render(message));

    public static MessageFlags FlagsOf(ChatMessage message) => message.IsPlain ? MessageFlags.None : MessageFlags.ComponentsV2;

    /// <summary>
    /// The same for the same message in the place of a question or in a channel with this id: at most 25 characters, as Discord wants.
    /// </summary>
    public static string Nonce(string id, ChatMessage message) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{DiscordRenderer.Format.Describe(message)}")))[..24];
}
