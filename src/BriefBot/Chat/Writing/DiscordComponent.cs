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

    /// <summary>Buttons in a row (type 1), at the most five.</summary>
    /// <param name="Buttons">From left to right; never empty.</param>
    public sealed record ActionRow(IReadOnlyList<Button> Buttons) : DiscordComponent
    {
        /// <inheritdoc/>
        public bool Equals(ActionRow? other) => other is not null && Buttons.SequenceEqual(other.Buttons);

        /// <inheritdoc/>
        public override int GetHashCode() => Buttons.Count;

        /// <inheritdoc/>
        public override string ToString() => $"ActionRow {string.Join(", ", Buttons)}";
    }

    /// <summary>A button that tells the bot when it is pressed (type 2, style 2).</summary>
    /// <param name="Name">Which it is: the beginning of its custom id, to which the adapter adds whose question was answered.</param>
    /// <param name="Label">What stands on it, at the most 80 characters.</param>
    public sealed record Button(string Name, string Label) : DiscordComponent
    {
        /// <summary>What the button needs to know, at the most 90 characters; null where it is whose question was answered.</summary>
        public string? Data { get; init; }
    }
}
