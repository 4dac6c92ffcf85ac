namespace BriefBot.Chat;

/// <summary>A message as it came from a chat network.</summary>
public sealed record IncomingMessage
{
    /// <summary>The message's id in its network.</summary>
    public required string Id { get; init; }

    /// <summary>Whose conversation it belongs to: follow-ups lean on earlier questions of the same conversation only.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What was typed.</summary>
    public required string Text { get; init; }

    /// <summary>Whether another program wrote it.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>Whether it is addressed to the bot: a mention, a direct message, a reply to it, or a place where all is.</summary>
    public bool IsAddressedToUs { get; init; } = true;
}
