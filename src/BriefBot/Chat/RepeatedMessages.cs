namespace BriefBot.Chat;

/// <summary>
/// Gives a message that is sent again, because its sender got no reply, the same reply under the same id, while the process lives.
/// </summary>
/// <remarks>A message that was put off (busy, too fast, no answer now) is asked again. Safe for concurrent use.</remarks>
internal sealed class RepeatedMessages(IChatResponder responder)
{
    /// <summary>Maximum number of replies remembered; the one asked for longest ago is forgotten first.</summary>
    private const int MaxRemembered = 1_000;

    private readonly Lock _lock = new();
    private readonly LruCache<(string Network, string? Thread, string Author, string Id), Lazy<ReplyTask>> _replies = new(MaxRemembered);

    /// <param name="message">Its id is its author's own, unlike any other in the conversation.</param>
    /// <returns>The replies. They are completed even when nobody waits any more, since they may be asked for again.</returns>
    public ReplyTask Respond(IncomingMessage message)
    {
        var key = (message.Network, message.Thread, message.Author, message.Id);
        Lazy<ReplyTask>? replying;
        lock (_lock)
        {
            if (!_replies.TryGet(key, out replying))
            {
                _replies.Set(key, replying = new Lazy<ReplyTask>(() => Respond(message, key)));
            }
        }

        return replying.Value;
    }

    private ReplyTask Respond(IncomingMessage message, (string Network, string? Thread, string Author, string Id) key)
    {
        var replying = ReplyTask.To(message, responder, CancellationToken.None);
        return replying with { First = KeepAsync(replying.First, key) };
    }

    private async Task<Reply> KeepAsync(Task<Reply> replying, (string Network, string? Thread, string Author, string Id) key)
    {
        Reply? reply = null;
        try
        {
            return reply = await replying;
        }
        finally
        {
            if (reply is null || !ReplyOutcome.IsLasting(reply))
            {
                lock (_lock)
                {
                    _replies.Remove(key);
                }
            }
        }
    }
}
