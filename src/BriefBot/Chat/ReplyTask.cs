namespace BriefBot.Chat;

/// <summary>The first reply to a message, and the final one, which replaces it where a model is asked.</summary>
/// <param name="First">The reply that is there at once.</param>
/// <param name="Last">The final reply; the first one where nothing replaces it.</param>
internal sealed record ReplyTask(Task<Reply> First, Task<Reply> Last)
{
    /// <summary>Has a message answered.</summary>
    public static ReplyTask To(IncomingMessage message, IChatResponder responder, CancellationToken cancellationToken)
    {
        var first = responder.RespondAsync(message, cancellationToken);
        return new ReplyTask(first, LastAsync());

        async Task<Reply> LastAsync()
        {
            var reply = await first;
            return await responder.ImproveAsync(message, reply, cancellationToken) ?? reply;
        }
    }

    /// <summary>Returns the reply to show: the last where it comes within the patience that the first asks for, else the first.</summary>
    public async Task<Reply> ToShowAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var first = await First.WaitAsync(cancellationToken);
        return await IsThereInTimeAsync(first, Last, time, cancellationToken) ? await Last : first;
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
