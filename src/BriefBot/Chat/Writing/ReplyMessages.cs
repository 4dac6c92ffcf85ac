namespace BriefBot.Chat.Writing;

/// <summary>A reply as the messages of a network.</summary>
internal static class ReplyMessages
{
    /// <summary>Maximum number of characters of a reply; the last sentences of a longer answer are left out.</summary>
    private const int MaxLength = 8_000;

    /// <param name="reply">The reply.</param>
    /// <param name="pieces">In the network's markup.</param>
    /// <param name="limit">The most characters of a message there.</param>
    public static IReadOnlyList<IReadOnlyList<ReplyPiece>> Create(Reply reply, ReplyPieces pieces, int limit)
    {
        var messages = MessagePacking.Pack(pieces.Create(reply), limit);
        return messages.Sum(message => message.Sum(piece => piece.Length)) > MaxLength && ShorterReply.Create(reply) is { } shorter
            ? Create(shorter, pieces, limit)
            : messages;
    }
}
