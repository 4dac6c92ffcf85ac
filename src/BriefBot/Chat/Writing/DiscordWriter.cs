namespace BriefBot.Chat.Writing;

/// <summary>
/// Writes replies as messages of Discord built of components: what is said, the answers to several questions apart, then a
/// line and the sources in small print. A message holds at the most 4,000 characters in all.
/// </summary>
public static class DiscordWriter
{
    private const int Limit = 4_000;

    private static readonly ReplyPieces Pieces = new(new DiscordMarkup());

    /// <summary>The reply in one message or more, in order.</summary>
    public static IReadOnlyList<ReplyPart> Write(Reply reply) => [.. ReplyMessages.Of(reply, Pieces, Limit).Select(Of)];

    private static ReplyPart Of(IReadOnlyList<ReplyPiece> message)
    {
        var components = new List<DiscordComponent>();
        var text = new List<ReplyPiece>();
        foreach (var piece in message)
        {
            if (text.Count > 0 && (piece.StandsApart || piece.IsSmall != text[^1].IsSmall))
            {
                components.Add(new DiscordComponent.TextDisplay(ReplyPiece.Join(text)));
                components.Add(new DiscordComponent.Separator(HasLine: piece.IsSmall));
                text.Clear();
            }

            text.Add(piece);
        }

        components.Add(new DiscordComponent.TextDisplay(ReplyPiece.Join(text)));
        return new ReplyPart { Components = components };
    }
}
