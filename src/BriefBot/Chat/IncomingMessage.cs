using BriefBot.Chat.Servers;

namespace BriefBot.Chat;

/// <summary>A message with the facts that its chat network reports. All decisions about it are based on these alone.</summary>
public sealed record IncomingMessage
{
    /// <summary>The message's id in its network.</summary>
    public required string Id { get; init; }

    /// <summary>The network, such as <c>web</c> or <c>terminal</c>. Ids are unique within one network.</summary>
    public required string Network { get; init; }

    /// <summary>The server, or null where there is none: a direct message, a network without such a thing.</summary>
    public string? Server { get; init; }

    /// <summary>The channel; of a message in a thread the channel that the thread belongs to.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>Indicates whether the bot opened the thread and may read its messages.</summary>
    public bool IsInOwnThread { get; init; }

    /// <summary>The author's id.</summary>
    public required string Author { get; init; }

    /// <summary>The author's roles on the server.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Indicates whether another program wrote it.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>The way it reached the bot.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The command it stands for; a question unless its network says otherwise.</summary>
    public BotCommand Command { get; init; }

    /// <summary>Indicates whether the author may manage the server.</summary>
    public bool MayManage { get; init; }

    /// <summary>The change that <see cref="BotCommand.Settings"/> makes; null where it only shows them.</summary>
    public SettingsChange? Change { get; init; }

    /// <summary>Indicates whether only the author is to see the reply.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Its part in a forum, where each post is a thread.</summary>
    public ForumPart Forum { get; init; }

    /// <summary>Indicates whether it belongs to no conversation, so that no later message can follow it.</summary>
    public bool IsStandalone { get; init; }

    /// <summary>Indicates whether an editor tries what the bot answers: such a question is recorded, but never as unanswered.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Indicates whether it calls everybody in a place.</summary>
    public bool PingsEveryone { get; init; }

    /// <summary>Indicates whether it calls those who have a role.</summary>
    public bool PingsRole { get; init; }

    /// <summary>The id of the message it replies to, or null.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>The text, without the words that address the bot.</summary>
    public required string Text { get; init; }
}

/// <summary>The part of a message in a forum.</summary>
public enum ForumPart
{
    /// <summary>It is in no forum.</summary>
    None,

    /// <summary>It is a post: its text has the title and the first message.</summary>
    Post,

    /// <summary>It is a comment on a post.</summary>
    Comment,
}
