using BriefBot.Answers;

namespace BriefBot.Chat;

/// <summary>A question of a conversation and the answer shown.</summary>
internal sealed record Turn
{
    /// <summary>The id of the message that asked, in its network.</summary>
    public required string MessageId { get; init; }

    /// <summary>The author's id.</summary>
    public required string Author { get; init; }

    /// <summary>Indicates whether only the author saw the reply.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The id of the reply.</summary>
    public required string ReplyId { get; init; }

    /// <summary>The question and its citations.</summary>
    public required PreviousQuestion Asked { get; init; }
}
