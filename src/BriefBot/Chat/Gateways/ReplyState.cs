namespace BriefBot.Chat.Gateways;

/// <summary>How far the bot is with the reply to a message.</summary>
internal enum ReplyState
{
    /// <summary>Nothing is to be done: the message has just been taken, or its reply is up to date.</summary>
    Idle,

    /// <summary>A worker answers the message as it is.</summary>
    Answering,

    /// <summary>A worker answers the message as it was before an edit, and will answer it again.</summary>
    Outdated,

    /// <summary>A worker sends a note of the bot's own, which edits do not change.</summary>
    Noting,

    /// <summary>The reply is a note, and stays as it is until the message is deleted.</summary>
    Noted,

    /// <summary>The message is deleted, and no worker has begun to delete its reply.</summary>
    Withdrawn,

    /// <summary>The message is deleted while a worker answers it; then the worker deletes the reply.</summary>
    Withdrawing,

    /// <summary>A worker deletes the reply.</summary>
    Deleting,

    /// <summary>Message and reply are deleted.</summary>
    Deleted,
}

/// <summary>An event in the life of a reply.</summary>
internal enum ReplyEvent
{
    /// <summary>A worker begins to answer, or to delete.</summary>
    Begin,

    /// <summary>A worker begins to send a note.</summary>
    Note,

    /// <summary>The worker reads the message as it is now.</summary>
    Read,

    /// <summary>The message is edited.</summary>
    Edit,

    /// <summary>The message is deleted.</summary>
    Delete,

    /// <summary>The worker has done what the message asked for when it was read.</summary>
    End,

    /// <summary>The worker gives up: something failed, or another is to go on.</summary>
    Abort,
}

/// <summary>The transitions between the states of a reply. An event without a transition is refused.</summary>
internal static class ReplyTransitions
{
    private static readonly Dictionary<(ReplyState State, ReplyEvent Event), ReplyState> Table = new()
    {
        [(ReplyState.Idle, ReplyEvent.Begin)] = ReplyState.Answering,
        [(ReplyState.Idle, ReplyEvent.Note)] = ReplyState.Noting,
        [(ReplyState.Idle, ReplyEvent.Edit)] = ReplyState.Idle,
        [(ReplyState.Idle, ReplyEvent.Delete)] = ReplyState.Withdrawn,
        [(ReplyState.Answering, ReplyEvent.Read)] = ReplyState.Answering,
        [(ReplyState.Answering, ReplyEvent.Edit)] = ReplyState.Outdated,
        [(ReplyState.Answering, ReplyEvent.Delete)] = ReplyState.Withdrawing,
        [(ReplyState.Answering, ReplyEvent.End)] = ReplyState.Idle,
        [(ReplyState.Answering, ReplyEvent.Abort)] = ReplyState.Idle,
        [(ReplyState.Outdated, ReplyEvent.Read)] = ReplyState.Answering,
        [(ReplyState.Outdated, ReplyEvent.Edit)] = ReplyState.Outdated,
        [(ReplyState.Outdated, ReplyEvent.Delete)] = ReplyState.Withdrawing,
        [(ReplyState.Outdated, ReplyEvent.Abort)] = ReplyState.Idle,
        [(ReplyState.Noting, ReplyEvent.Delete)] = ReplyState.Withdrawing,
        [(ReplyState.Noting, ReplyEvent.End)] = ReplyState.Noted,
        [(ReplyState.Noting, ReplyEvent.Abort)] = ReplyState.Noted,
        [(ReplyState.Noted, ReplyEvent.Delete)] = ReplyState.Withdrawn,
        [(ReplyState.Withdrawn, ReplyEvent.Begin)] = ReplyState.Deleting,
        [(ReplyState.Withdrawing, ReplyEvent.Read)] = ReplyState.Deleting,
        [(ReplyState.Withdrawing, ReplyEvent.Abort)] = ReplyState.Withdrawn,
        [(ReplyState.Deleting, ReplyEvent.Read)] = ReplyState.Deleting,
        [(ReplyState.Deleting, ReplyEvent.End)] = ReplyState.Deleted,
        [(ReplyState.Deleting, ReplyEvent.Abort)] = ReplyState.Withdrawn,
    };

    /// <summary>All transitions.</summary>
    public static IReadOnlyDictionary<(ReplyState State, ReplyEvent Event), ReplyState> All => Table;

    /// <summary>Returns the state after an event, or null where it is refused.</summary>
    public static ReplyState? After(ReplyState state, ReplyEvent happened) =>
        Table.TryGetValue((state, happened), out var next) ? next : null;
}
