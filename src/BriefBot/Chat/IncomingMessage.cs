namespace BriefBot.Chat;

/// <summary>A message with the facts that its chat network gives of it. What is done with it is decided from these alone.</summary>
public sealed record IncomingMessage
{
    /// <summary>The message's id in its network.</summary>
    public required string Id { get; init; }

    /// <summary>Which network: <c>discord</c>, <c>web</c>, <c>terminal</c>. Ids are unlike others in one network only.</summary>
    public required string Network { get; init; }

    /// <summary>The server, or null where there is none: a direct message, a network without such a thing.</summary>
    public string? Server { get; init; }

    /// <summary>The channel; of a message in a thread the channel that the thread belongs to.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>Whether the bot opened the thread and may read what is said in it.</summary>
    public bool IsInOwnThread { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The author's roles on the server.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether another program wrote it.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>How it comes to the bot.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Whether only the author is to see the reply.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it calls everybody in a place.</summary>
    public bool PingsEveryone { get; init; }

    /// <summary>Whether it calls those who have a role.</summary>
    public bool PingsRole { get; init; }

    /// <summary>The id of the message it replies to, or null.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>What was typed, without what addresses the bot.</summary>
    public required string Text { get; init; }
}
