using BriefBot.Chat.Writing;
using Discord;

namespace BriefBot.DiscordNet;

/// <summary>Our components as the library's.</summary>
internal static class DiscordParts
{
    public static MessageComponent Of(ReplyPart part)
    {
        var builder = new ComponentBuilderV2();
        foreach (var component in part.Components)
        {
            _ = component switch
            {
                DiscordComponent.TextDisplay text => builder.WithTextDisplay(text.Content),
                DiscordComponent.Separator separator => builder.WithSeparator(isDivider: separator.HasLine, spacing: SeparatorSpacingSize.Small),
                _ => throw new InvalidOperationException("A component is one of two."),
            };
        }

        return builder.Build();
    }
}
