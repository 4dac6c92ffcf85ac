namespace BriefBot.Discord;

/// <summary>
/// The components of a Discord message ("Components V2") that an answer needs, as Discord's component reference describes them. A closed
/// hierarchy.
/// </summary>
public abstract record DiscordComponent
{
    private DiscordComponent() { }

    /// <summary>Markdown (type 10). The texts of one message hold at the most 4,000 characters together.</summary>
    /// <param name="Content">The Markdown; never empty.</param>
    public sealed record TextDisplay(string Content) : DiscordComponent;

    /// <summary>Space between the components above and below (type 14).</summary>
    /// <param name="HasLine">Whether it shows a line.</param>
    public sealed record Separator(bool HasLine) : DiscordComponent;

    /// <summary>Buttons in a row (type 1), at the most five.</summary>
    /// <param name="Buttons">The buttons from left to right; never empty.</param>
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
    /// <param name="Id">Its custom id, at most 100 characters.</param>
    /// <param name="Label">The label, at most 80 characters.</param>
    public sealed record Button(string Id, string Label) : DiscordComponent;
}
