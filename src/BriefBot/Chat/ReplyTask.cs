namespace BriefBot.Chat;

/// <summary>The first reply to a message, and the final one, which replaces it where a model is asked.</summary>
/// <param name="First">The reply that is there at once.</param>
/// <param name="Begun">The beginning of the final one, once it is proven; null where there is none before that.</param>
/// <param name="Last">The final reply; the first one where nothing replaces it.</param>
internal sealed record ReplyTask(Task<Reply> First, Task<Reply?> Begun, Task<Reply> Last)
{
    /// <summary>Returns replies that no model replaces.</summary>
    public static ReplyTask Of(Task<Reply> only) => new(only, Task.FromResult<Reply?>(null), only);

    /// <summary>Has a message answered.</summary>
    /// <param name="message">The message.</param>
    /// <param name="responder">The responder.</param>
    /// <param name="begins">Whether the beginning is wanted; it may take a request more to the model.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ReplyTask To(IncomingMessage message, IChatResponder responder, bool begins, CancellationToken cancellationToken)
    {
        var first = responder.RespondAsync(message, cancellationToken);
        var begun = new TaskCompletionSource<Reply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        return new ReplyTask(first, begun.Task, LastAsync());

        async Task<Reply> LastAsync()
        {
            try
            {
                var reply = await first;
                Action<Reply>? take = begins ? beginning => begun.TrySetResult(beginning) : null;
                return await responder.ImproveAsync(message, reply, take, cancellationToken) ?? reply;
            }
            finally
            {
                begun.TrySetResult(null);
            }
        }
    }

    /// <summary>
    /// Returns the reply to show: the last, or its beginning, where it comes within the patience that the first asks for, else the first.
    /// </summary>
    public async Task<Reply> ToShowAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var first = await First.WaitAsync(cancellationToken);
        return !await IsThereInTimeAsync(first, Task.WhenAny((Task)Begun, Last), time, cancellationToken) ? first
            : Begun is { IsCompletedSuccessfully: true, Result: { } beginning } && !Last.IsCompleted ? beginning
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
