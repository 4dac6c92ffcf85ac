using BriefBot.Chat;
using BriefBot.Chat.Writing;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Our components as the library's.</summary>
internal static class DiscordParts
{
    /// <summary>Null where the part is text.</summary>
    /// <param name="part">What is sent.</param>
    /// <param name="question">What it answers: a button's custom id names its author and itself. Null where there are no buttons.</param>
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
                // What only its author sees needs no taking back.
                case DiscordComponent.ActionRow row when !part.IsPrivate && question is not null:
                    builder.WithActionRow(
                        [.. row.Buttons.Select(
                            button => new ButtonBuilder(
                                button.Label, button.Data is { } data ? $"{button.Name}:{data}" : ButtonId.Create(button.Name, question).ToString(), ButtonStyle.Secondary))]);
                    break;
            }
        }

        return builder.Build();
    }
}
