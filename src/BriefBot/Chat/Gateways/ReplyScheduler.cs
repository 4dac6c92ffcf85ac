using BriefBot.Answers;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Schedules the replies of one network: in order within a conversation, concurrently across conversations, with a limit on waiting ones.
/// Updates a reply until its message no longer changes.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ReplyScheduler(
    IChatGateway gateway,
    IChatResponder responder,
    Conversations conversations,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger logger,
    ServerSettingsCache servers,
    CancellationToken ended,
    IAnswerStore? store = null
)
{
    /// <summary>Maximum number of waiting notes that the bot is busy or may not answer; further authors get none.</summary>
    private const int MaxWords = 1_000;

    private readonly KeyedQueue _queue = new();
    private readonly MessageReplies _replies = new(responder, gateway.Network, logger, ended);
    private readonly Delivery _delivery = new(gateway, conversations, time, logger);
    private int _answering;
    private int _telling;

    /// <summary>Completes when nothing is left to do.</summary>
    public Task WhenIdleAsync() => _queue.WhenIdleAsync();

    /// <summary>Starts work on the reply, unless it has begun.</summary>
    /// <param name="handled">The message.</param>
    /// <param name="isUrgent">Whether to ignore the limit of waiting replies.</param>
    /// <returns>False where too many wait.</returns>
    public bool TryBegin(ReplyJob handled, bool isUrgent = false)
    {
        if (Interlocked.Increment(ref _answering) > options.Value.MaxConcurrentAnswers + options.Value.MaxWaitingQuestions && !isUrgent)
        {
            Interlocked.Decrement(ref _answering);
            return false;
        }

        if (!handled.TryBegin())
        {
            Interlocked.Decrement(ref _answering);
            return true;
        }

        // From now on: its turn may come late, and some networks ask for a sign of life within seconds.
        var shown = new TypingIndicator(gateway, handled.Message, time, logger, ended);
        _queue.Enqueue(ConversationKey.Create(handled.Message), () => FollowAsync(handled, shown));
        return true;
    }

    /// <summary>Follows an edit, or a deletion where the message is null: the running work begins anew, or work is started.</summary>
    public void Change(ReplyJob handled, IncomingMessage? message)
    {
        if (message is null ? handled.TryDelete() : handled.TryEdit(message))
        {
            TryBegin(handled, isUrgent: message is null);
        }
    }

    /// <summary>Says a word of the bot's own, out of turn.</summary>
    public void Tell(ReplyJob handled, Reply.Refused reply)
    {
        // Who was told that the bot is busy may edit the message to ask again.
        if (reply.Reason == Refusal.Busy ? !handled.TryBegin() : !handled.TryNote())
        {
            return;
        }

        // A network expects an outcome for each command.
        var isSaid = !reply.IsToldAlready || handled.Message.Kind == MessageKind.Command;
        if (Interlocked.Increment(ref _telling) > MaxWords || !isSaid)
        {
            Interlocked.Decrement(ref _telling);
            Log.Handled(logger, gateway.Network, reply.Id, reply.Reason.ToString(), isDelivered: false);
            handled.Abort();
            return;
        }

        _queue.Enqueue(new object(), () => TellAsync(handled, reply));
    }

    private async Task TellAsync(ReplyJob handled, Reply reply)
    {
        try
        {
            await SayAsync(handled, handled.Message, reply);
        }
        catch (OperationCanceledException)
        {
            Log.Handled(logger, gateway.Network, reply.Id, "Stopped", isDelivered: false);
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, gateway.Network);
        }

        Interlocked.Decrement(ref _telling);
        End(handled);
    }

    /// <summary>Ends the work of a worker that does not go on itself where the message has changed.</summary>
    private void End(ReplyJob handled)
    {
        if (!handled.TryEnd())
        {
            handled.Abort();
            TryBegin(handled, isUrgent: true);
        }
    }

    private async Task FollowAsync(ReplyJob handled, TypingIndicator shown)
    {
        var changed = false;
        try
        {
            do
            {
                await FollowOnceAsync(handled, shown);
            } while (!handled.TryEnd());
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            Log.Handled(logger, gateway.Network, "", "Stopped", isDelivered: false);
            handled.Abort();
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, gateway.Network);
            changed = handled.State is ReplyState.Outdated or ReplyState.Withdrawing;
            handled.Abort();
        }

        Interlocked.Decrement(ref _answering);
        await shown.DisposeAsync();
        if (changed)
        {
            // What came meanwhile is not lost with what failed.
            TryBegin(handled, isUrgent: true);
        }
    }

    /// <summary>Answers the current message, or deletes its reply.</summary>
    private async Task FollowOnceAsync(ReplyJob handled, TypingIndicator shown)
    {
        var (message, revision, changed) = handled.Read();
        if (message is null)
        {
            await shown.DisposeAsync();
            var place = handled.Message with { Thread = handled.Thread ?? handled.Message.Thread };
            conversations.Forget(handled.Message);
            conversations.Forget(place);
            var isGone = await _delivery.TakeBackAsync(handled, place, ended);
            Log.Handled(logger, gateway.Network, "", "TakenBack", isGone);
        }
        else if (await _replies.AnswerAsync(message, changed) is { } first)
        {
            // An unsure answer waits briefly for the model; a sure one is sent before the model is asked.
            var improving = first is Reply.Answered { Patience.Ticks: > 0 } ? _replies.ImproveAsync(message, first, changed) : null;
            var reply =
                improving is not null && await ReplyTask.IsThereInTimeAsync(first, improving, time, changed) && await improving is { } last
                    ? last
                    : first;
            if (handled.IsCurrent(revision) && (handled.Sent.Count == 0 || ReplyOutcome.IsLasting(reply)))
            {
                await shown.DisposeAsync();
                await SayAsync(handled, message, reply);
                if (reply is Reply.Answered { MayImprove: true })
                {
                    // Outside the queue: the next question does not wait for a model.
                    _queue.Enqueue(
                        new object(),
                        () => ImproveAsync(handled, message, revision, reply, improving ?? _replies.ImproveAsync(message, reply, changed))
                    );
                }
            }
        }
    }

    /// <summary>Replaces the reply by the model's version, if it is still there and the message is the same.</summary>
    private async Task ImproveAsync(ReplyJob handled, IncomingMessage message, int revision, Reply first, Task<Reply?> improving)
    {
        await using var shown = first is Reply.Answered { IsLookingFurther: true }
            ? new TypingIndicator(gateway, message, time, logger, ended)
            : null;
        if (await improving is { } last)
        {
            _queue.Enqueue(ConversationKey.Create(message), () => ReplaceAsync(handled, message, revision, last));
        }
    }

    private async Task ReplaceAsync(ReplyJob handled, IncomingMessage message, int revision, Reply last)
    {
        if (!handled.TryBegin())
        {
            return;
        }

        try
        {
            if (handled.IsCurrent(revision) && handled.Sent.Count > 0)
            {
                await SayAsync(handled, message, last);
            }
        }
        catch (OperationCanceledException)
        {
            Log.Handled(logger, gateway.Network, last.Id, "Stopped", isDelivered: false);
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, gateway.Network);
        }

        End(handled);
    }

    /// <summary>The question, or the same in the thread that is opened for it where answers go into one.</summary>
    private async Task<IncomingMessage> PlaceAsync(ReplyJob handled, IncomingMessage question, Reply reply)
    {
        if (
            handled.Sent.Count == 0
            && handled.Thread is null
            && reply is Reply.Answered { Answer: not Answer.Unavailable }
            && Triage.AnswersInThread(question, options.Value, servers.Find(question.Network, question.Server))
        )
        {
            handled.Thread = await _delivery.OpenThreadAsync(question, ended);
        }

        if (handled.Thread is not { } thread)
        {
            return question;
        }

        conversations.Continue(question, thread);
        return question with { Thread = thread };
    }

    /// <summary>Sends a reply. One that was never shown is forgotten, so that no follow-up refers to it.</summary>
    private async Task SayAsync(ReplyJob handled, IncomingMessage question, Reply reply)
    {
        var place = await PlaceAsync(handled, question, reply);
        using var span = BotMetrics.Continue("send", reply is Reply.Answered answered ? answered.Trace : default);
        var isDelivered = await _delivery.SayAsync(handled, place, reply, ended);
        if (!isDelivered && handled.Sent.Count == 0)
        {
            conversations.Forget(question);
        }

        if (isDelivered || !ended.IsCancellationRequested)
        {
            // Not where the service stops before the reply is sent: then the next process answers.
            store?.Complete(new MessageKey(gateway.Network, "", "", question.Id), reply.Id, null);
        }

        Log.Handled(logger, gateway.Network, reply.Id, ReplyOutcome.Describe(reply), isDelivered);
    }
}
