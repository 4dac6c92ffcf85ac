namespace BriefBot.Chat.Writing;

/// <summary>Packs the pieces of a reply into as few messages as a network's length allows, in order.</summary>
internal static class MessagePacking
{
    /// <param name="pieces">At least one.</param>
    /// <param name="limit">The most characters of a message.</param>
    public static IReadOnlyList<IReadOnlyList<ReplyPiece>> Pack(IEnumerable<ReplyPiece> pieces, int limit)
    {
        var messages = new List<List<ReplyPiece>>();
        var length = 0;
        foreach (var piece in pieces.SelectMany(piece => piece.Cut(limit)))
        {
            if (messages.Count == 0 || length + piece.Before.Length + piece.Length > limit)
            {
                messages.Add([]);
                length = -piece.Before.Length;
            }

            messages[^1].Add(piece);
            length += piece.Before.Length + piece.Length;
        }

        return messages;
    }
}
