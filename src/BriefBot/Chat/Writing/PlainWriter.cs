namespace BriefBot.Chat.Writing;

/// <summary>Writes replies for a network without markup: text as data, the sources of an article in one line at the end.</summary>
public sealed class PlainWriter
{
    private static readonly ReplyPieces Pieces = new(new PlainMarkup());

    private readonly int _limit;

    /// <param name="limit">The most characters of a message there, 200 or more.</param>
    public PlainWriter(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 200);
        _limit = limit;
    }

    /// <summary>The reply in one message or more, in order, none longer than the limit.</summary>
    public IReadOnlyList<ReplyPart> Write(Reply reply) =>
        [.. ReplyMessages.Create(reply, Pieces, _limit).Select(message => new ReplyPart { Text = ReplyPiece.Join(message) })];
}
