using System.Text.Json.Nodes;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Slack;

namespace BriefBot.Tests.Fakes;

/// <summary>A network's way to render messages, here all with the same length.</summary>
/// <param name="Format">The format.</param>
/// <param name="Write">A message as text.</param>
internal sealed record Rendering(MessageFormat Format, Func<ChatMessage, string> Write)
{
    private const int Length = 2_000;

    /// <summary>Markdown, whose transcripts were read and approved.</summary>
    public static Rendering Markdown { get; } = new(DiscordRenderer.PlainFormat, DiscordRenderer.RenderText);

    public static Rendering Components { get; } =
        new(
            new MessageFormat(DiscordRenderer.Format.Markup, Length) { HasActions = true },
            message =>
                string.Join('\n', DiscordRenderer.Render(message).OfType<DiscordComponent.TextDisplay>().Select(text => text.Content))
        );

    /// <summary>Blocks, each held against Block Kit's limits.</summary>
    public static Rendering Blocks { get; } =
        new(
            new MessageFormat(SlackRenderer.Format.Markup, Length) { HasActions = true },
            message =>
            {
                var blocks = SlackRenderer.Render(message);
                Assert.Empty(SlackRules.Message(new JsonObject { ["text"] = SlackRenderer.RenderText(message), ["blocks"] = blocks }));
                return SlackRules.Text(blocks);
            }
        );

    public static Rendering Plain { get; } = new(MessageFormat.Plain(Length), MessageFormat.Plain(Length).Markup.Write);
}
