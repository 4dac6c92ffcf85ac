namespace BriefBot.Chat.Writing;

/// <summary>A reply as the messages of a network.</summary>
internal static class ReplyMessages
{
    /// <summary>A reply has at the most so many characters in all; of an answer that would take more, its last sentences are left out.</summary>
    private const int MaxLength = 8_000;

    /// <param name="reply">What is said.</param>
    /// <param name="pieces">In the network's markup.</param>
    /// <param name="limit">The most characters of a message there.</param>
    public static IReadOnlyList<IReadOnlyList<ReplyPiece>> Create(Reply reply, ReplyPieces pieces, int limit)
    {
        var messages = MessagePacking.Pack(pieces.Create(reply), limit);
        return messages.Sum(message => message.Sum(piece => piece.Length)) > MaxLength && ShorterReply.Create(reply) is { } shorter ? Create(shorter, pieces, limit) : messages;
    }
}
