using BriefBot.Discord;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Our components as the library's.</summary>
internal static class DiscordParts
{
    public static MessageComponent Create(IReadOnlyList<DiscordComponent> components)
    {
        var builder = new ComponentBuilderV2();
        foreach (var component in components)
        {
            switch (component)
            {
                case DiscordComponent.TextDisplay text:
                    builder.WithTextDisplay(text.Content);
                    break;
                case DiscordComponent.Separator separator:
                    builder.WithSeparator(isDivider: separator.HasLine, spacing: SeparatorSpacingSize.Small);
                    break;
                case DiscordComponent.ActionRow row:
                    builder.WithActionRow([
                        .. row.Buttons.Select(button => new ButtonBuilder(button.Label, button.Id, ButtonStyle.Secondary)),
                    ]);
                    break;
            }
        }

        return builder.Build();
    }
}
