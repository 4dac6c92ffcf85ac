using BriefBot.Chat.Writing;

namespace BriefBot.Discord;

/// <summary>
/// Renders messages as Discord's components: sections apart, small print below a line, then the buttons. Thread-safe.
/// </summary>
/// <remarks>
/// The limits are Discord's: https://docs.discord.com/developers/components/reference,
/// https://docs.discord.com/developers/resources/message.
/// </remarks>
public static class DiscordRenderer
{
    /// <summary>The texts of all components of a message together, in characters.</summary>
    private const int MaxComponents = 4_000;

    /// <summary>The content of a message without components, in characters.</summary>
    private const int MaxContent = 2_000;

    /// <summary>Room that is left for what the network's own count may add, such as a line break between components.</summary>
    private const int Reserve = 40;

    /// <summary>The format of messages of components.</summary>
    public static MessageFormat Format { get; } = new(new DiscordMarkup(), MaxComponents - Reserve) { HasActions = true };

    /// <summary>The format of plain messages: Markdown with the sources in small print at the end.</summary>
    public static MessageFormat PlainFormat { get; } = new(new DiscordMarkup(), MaxContent);

    /// <summary>Returns the content of a plain message.</summary>
    public static string RenderText(ChatMessage message) => PlainFormat.Markup.Write(message);

    /// <summary>Returns the components of a message.</summary>
    public static IReadOnlyList<DiscordComponent> Render(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var components = new List<DiscordComponent>();
        var text = new List<MessageBlock>();
        foreach (var block in message.Blocks)
        {
            if (text.Count > 0 && (block.Start == BlockStart.Section || IsSmall(block) != IsSmall(text[^1])))
            {
                components.Add(new DiscordComponent.TextDisplay(Format.Markup.Write(text)));
                if (block.Style != BlockStyle.Small)
                {
                    components.Add(new DiscordComponent.Separator(HasLine: IsSmall(block)));
                }

                text.Clear();
            }

            text.Add(block);
        }

        components.Add(new DiscordComponent.TextDisplay(Format.Markup.Write(text)));
        if (message.Actions.Count > 0)
        {
            components.Add(
                new DiscordComponent.ActionRow([.. message.Actions.Select(action => new DiscordComponent.Button(action.Id, action.Label))])
            );
        }

        return components;
    }

    private static bool IsSmall(MessageBlock block) => block.Style is BlockStyle.Footnote or BlockStyle.Small;
}
