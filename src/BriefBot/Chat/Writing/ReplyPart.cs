namespace BriefBot.Chat.Writing;

/// <summary>One message of a reply, as its network takes it: text, or the components of Discord.</summary>
public sealed record ReplyPart
{
    /// <summary>The message's text; empty where <see cref="Components"/> hold it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The components of a Discord message; empty for every other network.</summary>
    public IReadOnlyList<DiscordComponent> Components { get; init; } = [];

    /// <summary>Indicates whether only the author of the question should see it, where the network supports that.</summary>
    public bool IsPrivate { get; init; }

    /// <inheritdoc/>
    public bool Equals(ReplyPart? other) =>
        other is not null && Text == other.Text && IsPrivate == other.IsPrivate && Components.SequenceEqual(other.Components);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Components.Count);
}
