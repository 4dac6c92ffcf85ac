namespace BriefBot.Chat.Writing;

/// <summary>
/// What a message of Discord is built of ("Components V2"): the parts that an answer needs, as Discord's component reference
/// describes them. A closed set.
/// </summary>
public abstract record DiscordComponent
{
    private DiscordComponent()
    {
    }

    /// <summary>Markdown (type 10). The texts of one message hold at the most 4,000 characters together.</summary>
    /// <param name="Content">The Markdown; never empty.</param>
    public sealed record TextDisplay(string Content) : DiscordComponent;

    /// <summary>Space between what stands above and below (type 14).</summary>
    /// <param name="HasLine">Whether a line is drawn in it.</param>
    public sealed record Separator(bool HasLine) : DiscordComponent;
}
