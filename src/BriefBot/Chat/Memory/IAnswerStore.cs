namespace BriefBot.Chat.Memory;

/// <summary>Remembers handled messages, their replies and the turns of conversations over restarts. Safe for concurrent use.</summary>
/// <remarks>
/// No member throws for a store that fails: what can't be written now is kept and written later, what can't be read counts as absent, and
/// <see cref="Problem"/> says so. Authors are stored as <see cref="AuthorHash"/> makes them.
/// </remarks>
internal interface IAnswerStore
{
    /// <summary>The reason why nothing can be written just now, or null.</summary>
    string? Problem { get; }

    /// <summary>Claims a message for this process.</summary>
    /// <returns>
    /// Whether to handle it: false where it was replied to before, or this process claimed it before. A message that an earlier process
    /// claimed and never replied to is handled.
    /// </returns>
    bool TryClaim(MessageKey message);

    /// <summary>Records that a message was replied to.</summary>
    /// <param name="message">The message.</param>
    /// <param name="replyId">The id of the reply.</param>
    /// <param name="reply">The reply, to be repeated for the same message; null where it need not be.</param>
    void Complete(MessageKey message, string replyId, Reply? reply);

    /// <summary>Returns the recorded reply to a message, or null.</summary>
    Reply? FindReply(MessageKey message);

    /// <summary>Returns the turns stored under a key, oldest first; empty where there are none.</summary>
    Turn[] FindTurns(TurnsKey key);

    /// <summary>Returns all turns stored for a place, by key.</summary>
    IReadOnlyList<(TurnsKey Key, Turn[] Turns)> FindTurns(string network, string place);

    /// <summary>Replaces the turns stored under a key; removes them where there are none.</summary>
    void Save(TurnsKey key, Turn[] turns);
}

/// <summary>Identifies a message.</summary>
/// <param name="Network">The network.</param>
/// <param name="Place">The thread or channel; empty where ids are unique in the network.</param>
/// <param name="Author">The author's hash; empty where ids are unique in the network.</param>
/// <param name="Id">The message's id.</param>
internal readonly record struct MessageKey(string Network, string Place, string Author, string Id);

/// <summary>Identifies stored turns: those of a conversation, or those up to a message.</summary>
/// <param name="Network">The network.</param>
/// <param name="Place">The thread or channel.</param>
/// <param name="Name">The conversation (<c>c:</c> and its author's hash) or message (<c>m:</c> and its id).</param>
internal readonly record struct TurnsKey(string Network, string Place, string Name);
