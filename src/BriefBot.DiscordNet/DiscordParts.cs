using BriefBot.Chat;
using BriefBot.Chat.Writing;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Our components as the library's.</summary>
internal static class DiscordParts
{
    /// <summary>Null where the part is text.</summary>
    /// <param name="part">The part to send.</param>
    /// <param name="question">
    /// The question it answers; a button's custom id names its author and the question. Null where there are no buttons.
    /// </param>
    public static MessageComponent? Create(ReplyPart part, IncomingMessage? question)
    {
        if (part.Components.Count == 0)
        {
            return null;
        }

        var builder = new ComponentBuilderV2();
        foreach (var component in part.Components)
        {
            switch (component)
            {
                case DiscordComponent.TextDisplay text:
                    builder.WithTextDisplay(text.Content);
                    break;
                case DiscordComponent.Separator separator:
                    builder.WithSeparator(isDivider: separator.HasLine, spacing: SeparatorSpacingSize.Small);
                    break;
                case DiscordComponent.ActionRow row when row.Buttons.Any(IsShown):
                    builder.WithActionRow([
                        .. row
                            .Buttons.Where(IsShown)
                            .Select(button => new ButtonBuilder(
                                button.Label,
                                button.Data is { } data ? $"{button.Name}:{data}" : ButtonId.Create(button.Name, question!).ToString(),
                                ButtonStyle.Secondary
                            )),
                    ]);
                    break;
            }
        }

        return builder.Build();

        // A private reply is visible to its author alone and needs no delete button.
        bool IsShown(DiscordComponent.Button button) => button.Data is not null || (!part.IsPrivate && question is not null);
    }
}
