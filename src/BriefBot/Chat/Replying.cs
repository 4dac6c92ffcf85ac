namespace BriefBot.Chat;

/// <summary>The reply to a message and, where a model is asked, what comes in its place.</summary>
/// <param name="First">The reply that is there at once.</param>
/// <param name="Last">The one that stands in the end; the first where nothing comes in its place.</param>
internal sealed record Replying(Task<Reply> First, Task<Reply> Last)
{
    /// <summary>Has a message answered.</summary>
    public static Replying To(IncomingMessage message, IChatResponder responder, CancellationToken cancellationToken)
    {
        var first = responder.RespondAsync(message, cancellationToken);
        return new Replying(first, LastAsync());

        async Task<Reply> LastAsync()
        {
            var reply = await first;
            return await responder.ImproveAsync(message, reply, cancellationToken) ?? reply;
        }
    }
}
