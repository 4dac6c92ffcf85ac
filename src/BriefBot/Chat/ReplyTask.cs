namespace BriefBot.Chat;

/// <summary>The first reply to a message, and the final one, which replaces it where a model is asked.</summary>
/// <param name="First">The reply that is there at once.</param>
/// <param name="Begun">The beginning of the final one, once it is proven; null where there is none before that.</param>
/// <param name="Last">The final reply; the first one where nothing replaces it.</param>
internal sealed record ReplyTask(Task<Reply> First, Task<ReplyBeginning?> Begun, Task<Reply> Last)
{
    /// <summary>Returns replies that no model replaces.</summary>
    public static ReplyTask Of(Task<Reply> only) => new(only, Task.FromResult<ReplyBeginning?>(null), only);

    /// <summary>Has a message answered.</summary>
    /// <param name="message">The message.</param>
    /// <param name="responder">The responder.</param>
    /// <param name="begins">Whether the beginning is wanted; it may take more requests to the model.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ReplyTask To(IncomingMessage message, IChatResponder responder, bool begins, CancellationToken cancellationToken)
    {
        var first = responder.RespondAsync(message, cancellationToken);
        var begun = ReplyBeginning.Promise();
        return new ReplyTask(first, begun.Task, LastAsync());

        async Task<Reply> LastAsync()
        {
            try
            {
                var reply = await first;
                return await responder.ImproveAsync(message, reply, begins ? Take : null, cancellationToken) ?? reply;
            }
            finally
            {
                begun.TrySetResult(null);
            }
        }

        void Take(Reply beginning)
        {
            var next = ReplyBeginning.Promise();
            Interlocked.Exchange(ref begun, next).TrySetResult(new ReplyBeginning(beginning, next.Task));
        }
    }

    /// <summary>
    /// Returns the reply to show: the last, or its beginning, where it comes within the patience that the first asks for, else the first.
    /// </summary>
    public async Task<Reply> ToShowAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var first = await First.WaitAsync(cancellationToken);
        return !await IsThereInTimeAsync(first, Task.WhenAny((Task)Begun, Last), time, cancellationToken) ? first
            : Begun is { IsCompletedSuccessfully: true, Result: { } beginning } && !Last.IsCompleted ? beginning.Reply
            : await Last;
    }

    /// <summary>Returns whether the replacement is ready before the first reply has to be shown.</summary>
    public static async Task<bool> IsThereInTimeAsync(Reply first, Task last, TimeProvider time, CancellationToken cancellationToken)
    {
        if (first is not Reply.Answered { Patience: { Ticks: > 0 } patience })
        {
            return false;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(last, Task.Delay(patience, time, ends.Token));
        await ends.CancelAsync();
        return last.IsCompletedSuccessfully;
    }
}

/// <summary>The beginning of a reply that is still being written.</summary>
/// <param name="Reply">A reply of the sentences that are proven so far.</param>
/// <param name="Next">The beginning with more of them; null where the whole reply comes next.</param>
internal sealed record ReplyBeginning(Reply Reply, Task<ReplyBeginning?> Next)
{
    public static TaskCompletionSource<ReplyBeginning?> Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
