namespace BriefBot.Chat.Writing;

/// <summary>One message of a reply, as its network takes it: text, or the components of Discord.</summary>
public sealed record ReplyPart
{
    /// <summary>The message's text; empty where <see cref="Components"/> hold it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What a message of Discord is built of; empty for every other network.</summary>
    public IReadOnlyList<DiscordComponent> Components { get; init; } = [];

    /// <summary>Whether only whoever asked should see it, where the network can do that.</summary>
    public bool IsPrivate { get; init; }

    /// <inheritdoc/>
    public bool Equals(ReplyPart? other) => other is not null && Text == other.Text && IsPrivate == other.IsPrivate && Components.SequenceEqual(other.Components);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Components.Count);
}
