using BriefBot.Chat.Memory;

namespace BriefBot.Chat;

/// <summary>
/// Gives a message that is sent again, because its sender got no reply, the same reply under the same id; after a restart too where there
/// is a store.
/// </summary>
/// <remarks>A message that was put off (busy, too fast, no answer now) is asked again. Safe for concurrent use.</remarks>
internal sealed class RepeatedMessages(IChatResponder responder, TimeProvider time, IAnswerStore? store = null, AuthorHash? authors = null)
{
    /// <summary>Maximum number of replies remembered; the one asked for longest ago is forgotten first.</summary>
    private const int MaxRemembered = 1_000;

    /// <summary>Maximum time to wait for the reply of another process.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly AuthorHash _authors = authors ?? AuthorHash.Random();
    private readonly LruCache<(string Network, string? Thread, string Author, string Id), Lazy<ReplyTask>> _replies = new(MaxRemembered);

    /// <param name="message">Its id is its author's own, unlike any other in the conversation.</param>
    /// <param name="begins">Whether the beginning of the final reply is wanted; who asks first decides.</param>
    /// <returns>The replies. They are completed even when nobody waits any more, since they may be asked for again.</returns>
    public ReplyTask Respond(IncomingMessage message, bool begins)
    {
        var key = (message.Network, message.Thread, message.Author, message.Id);
        Lazy<ReplyTask>? replying;
        lock (_lock)
        {
            if (!_replies.TryGet(key, out replying))
            {
                _replies.Set(key, replying = new Lazy<ReplyTask>(() => Respond(message, begins, key)));
            }
        }

        return replying.Value;
    }

    private ReplyTask Respond(IncomingMessage message, bool begins, (string Network, string? Thread, string Author, string Id) key)
    {
        var stored = new MessageKey(message.Network, message.Thread ?? "", _authors.Compute(message.Network, message.Author), message.Id);
        if (store?.FindReply(stored) is { } reply)
        {
            return ReplyTask.Of(Task.FromResult(reply));
        }

        if (store is { IsShared: true } && !store.TryClaim(stored))
        {
            return ReplyTask.Of(KeepAsync(WaitAsync(store, message, stored), key));
        }

        var replying = ReplyTask.To(message, responder, begins, CancellationToken.None);
        var recorded = RecordAsync(replying.Last, stored);
        return new ReplyTask(KeepAsync(FirstAsync(replying.First, recorded), key), replying.Begun, recorded);
    }

    /// <summary>Returns the first reply; where nothing replaces it, once it is recorded, so that it is the same after a crash.</summary>
    private static async Task<Reply> FirstAsync(Task<Reply> first, Task<Reply> recorded) =>
        await first is Reply.Answered { MayImprove: true } replaced ? replaced : await recorded;

    /// <summary>Waits for the reply of the process that claimed the message; refuses it for now where that takes too long.</summary>
    private async Task<Reply> WaitAsync(IAnswerStore shared, IncomingMessage message, MessageKey key)
    {
        for (var waited = TimeSpan.Zero; waited < MaxWait; waited += LookEvery)
        {
            await Task.Delay(LookEvery, time);
            if (shared.FindReply(key) is { } reply)
            {
                return reply;
            }
        }

        return responder.Refuse(message, Refusal.Busy);
    }

    /// <summary>Records the final reply. One that was sent and not recorded, as by a crash, is found again and the same.</summary>
    private async Task<Reply> RecordAsync(Task<Reply> replying, MessageKey key)
    {
        var reply = await replying;
        if (ReplyOutcome.IsLasting(reply))
        {
            store?.Complete(key, reply.Id, reply);
        }
        else if (store is { IsShared: true })
        {
            store.Release(key);
        }

        return reply;
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
