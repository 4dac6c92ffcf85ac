namespace BriefBot.Chat.Writing;

/// <summary>
/// Writes replies as plain messages of Discord: Markdown of at the most 2,000 characters each, sources in small print at the end.
/// </summary>
public static class DiscordMarkdownWriter
{
    private const int Limit = 2_000;

    private static readonly ReplyPieces Pieces = new(new DiscordMarkup());

    /// <summary>The reply in one message or more, in order.</summary>
    public static IReadOnlyList<ReplyPart> Write(Reply reply) =>
        [.. ReplyMessages.Create(reply, Pieces, Limit).Select(message => new ReplyPart { Text = ReplyPiece.Join(message) })];
}
