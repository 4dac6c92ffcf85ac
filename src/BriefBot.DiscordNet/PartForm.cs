using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Writing;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Converts a part of a reply to the library's types: text or components, and the nonce that makes it unique.</summary>
internal static class PartForm
{
    public static void Fill(MessageProperties message, ReplyPart part, IncomingMessage question)
    {
        message.AllowedMentions = AllowedMentions.None;
        if (part.Components.Count == 0)
        {
            message.Content = part.Text;
            return;
        }

        message.Components = DiscordParts.Create(part, question);
        message.Flags = MessageFlags.ComponentsV2;
    }

    public static string? TextOf(ReplyPart part) => part.Text.Length > 0 ? part.Text : null;

    public static MessageFlags FlagsOf(ReplyPart part) => part.Components.Count > 0 ? MessageFlags.ComponentsV2 : MessageFlags.None;

    /// <summary>The same for the same part of the reply to the same message: at the most 25 characters, as Discord wants.</summary>
    public static string Nonce(IncomingMessage question, ReplyPart part) => Nonce(question.Id, part);

    /// <summary>The same for a message or a channel with this id.</summary>
    public static string Nonce(string id, ReplyPart part)
    {
        var text = string.Join('\n', part.Components.Select(component => component.ToString()));
        return Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}\n{part.Text}\n{text}")))
        )[..24];
    }
}
