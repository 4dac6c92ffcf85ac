using BriefBot.Answers;

namespace BriefBot.Chat;

/// <summary>A question of a conversation and what was shown to it.</summary>
internal sealed record Turn
{
    /// <summary>The id of the message that asked, in its network.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who asked.</summary>
    public required string Author { get; init; }

    /// <summary>Whether only the author saw the reply.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The id of the reply.</summary>
    public required string ReplyId { get; init; }

    /// <summary>What was asked, and what was cited.</summary>
    public required PreviousQuestion Asked { get; init; }
}
