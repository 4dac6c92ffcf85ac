using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Takes what happens in one network and sees to it that each message for the bot has exactly one outcome: an answer, or a
/// word that it is busy, that patience is asked for, that it may not. Edits and deletes of a question change its reply. Safe
/// for concurrent use.
/// </summary>
internal sealed class MessageDesk(IChatGateway gateway, IChatResponder responder, Conversations conversations, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken ended)
{
    /// <summary>Of so many messages it is known that they were taken; the longest untouched is forgotten first.</summary>
    private const int MaxKnown = 50_000;

    /// <summary>Of so many it is known what was said to them, so that it can follow them.</summary>
    private const int MaxFollowed = 2_000;

    /// <summary>So many who are told that the bot is busy, or may not, may wait for that word; more go without.</summary>
    private const int MaxWords = 1_000;

    private readonly Lock _lock = new();
    private readonly Recent<string, bool> _known = new(MaxKnown);
    private readonly Recent<string, HandledMessage> _handled = new(MaxFollowed);
    private readonly Lanes _lanes = new();
    private readonly Delivery _delivery = new(gateway, conversations, time, logger);
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private int _answering;
    private int _telling;

    /// <summary>Something was said: once or more often, now or while there was no connection.</summary>
    public void Said(IncomingMessage message)
    {
        var verdict = Triage.Of(message, options);
        if (verdict != TriageVerdict.ForUs && !(verdict == TriageVerdict.NotAllowed && message.Kind == MessageKind.Command))
        {
            Log.NotForUs(logger, gateway.Network, verdict);
            return;
        }

        HandledMessage handled;
        lock (_lock)
        {
            if (_known.TryGet(message.Id, out _))
            {
                return;
            }

            _known.Set(message.Id, true);
            _handled.Set(message.Id, handled = new HandledMessage(message, time.GetUtcNow()));
        }

        if (verdict == TriageVerdict.NotAllowed)
        {
            Tell(handled, responder.Refuse(Refusal.NotAllowed));
        }
        else if (responder.Admit(message) is { } patience)
        {
            Tell(handled, patience);
        }
        else if (!TryAnswer(handled))
        {
            Tell(handled, responder.Refuse(Refusal.Busy));
        }
    }

    /// <summary>A message says something else now. One that was not for the bot before may be now, as long as it is new.</summary>
    public void Edited(IncomingMessage message)
    {
        HandledMessage? handled;
        lock (_lock)
        {
            _handled.TryGet(message.Id, out handled);
        }

        if (handled is null)
        {
            if (message.SentAt >= _began && IsInTime(message.SentAt))
            {
                Said(message);
            }
        }
        else if (IsChange(handled, message) && Triage.Of(message, options) == TriageVerdict.ForUs && responder.Admit(message) is null)
        {
            Change(handled, changed => changed.Message = message);
        }
    }

    /// <summary>A message is gone: what was said to it goes too, and nothing leans on it any more.</summary>
    public void Deleted(string messageId)
    {
        HandledMessage? handled;
        lock (_lock)
        {
            _handled.TryGet(messageId, out handled);
        }

        if (handled is not null)
        {
            conversations.Forget(handled.Message);
            if (IsInTime(handled.TakenAt))
            {
                Change(handled, changed => changed.IsDeleted = true);
            }
        }
    }

    /// <summary>Completes when nothing is left to do.</summary>
    public Task WhenIdleAsync() => _lanes.WhenIdleAsync();

    private bool IsInTime(DateTimeOffset said) => time.GetUtcNow() - said <= TimeSpan.FromMinutes(options.EditWindowMinutes);

    private bool IsChange(HandledMessage handled, IncomingMessage message)
    {
        lock (_lock)
        {
            return handled.Message.Text != message.Text && !handled.IsClosed && !handled.IsDeleted && IsInTime(handled.TakenAt);
        }
    }

    /// <summary>Whoever is at work on the reply begins anew; where nobody is, somebody sets to work.</summary>
    private void Change(HandledMessage handled, Action<HandledMessage> change)
    {
        CancellationTokenSource? answering;
        bool isInWork;
        lock (_lock)
        {
            change(handled);
            handled.Version++;
            answering = handled.Answering;
            isInWork = handled.IsInWork;
        }

        answering?.Cancel();
        if (!isInWork)
        {
            TryAnswer(handled);
        }
    }

    /// <summary>Sets somebody to work on the reply, unless too many wait.</summary>
    private bool TryAnswer(HandledMessage handled)
    {
        lock (_lock)
        {
            if (handled.IsInWork)
            {
                return true;
            }

            if (_answering >= options.MaxConcurrentAnswers + options.MaxWaitingQuestions && !handled.IsDeleted)
            {
                return false;
            }

            _answering++;
            handled.IsInWork = true;
        }

        // From now on, for its turn may be long in coming, and some networks ask for a sign of life within seconds.
        var shown = new ShownWork(gateway, handled.Message, time, logger, ended);
        _lanes.Enqueue(ConversationKey.Of(handled.Message), () => WorkAsync(handled, shown));
        return true;
    }

    /// <summary>Says a word of the bot's own, out of turn.</summary>
    private void Tell(HandledMessage handled, Reply.Refused reply)
    {
        lock (_lock)
        {
            handled.IsClosed = reply.Reason != Refusal.Busy;
            if (reply.IsToldAlready || _telling >= MaxWords)
            {
                Log.Handled(logger, gateway.Network, reply.Id, reply.Reason.ToString(), isDelivered: false);
                return;
            }

            _telling++;
            handled.IsInWork = true;
        }

        _lanes.Enqueue(new object(), () => TellAsync(handled, reply));
    }

    private async Task TellAsync(HandledMessage handled, Reply reply)
    {
        try
        {
            await SayAsync(handled, handled.Message, reply);
        }
        catch (OperationCanceledException)
        {
            Log.Handled(logger, gateway.Network, reply.Id, "Stopped", isDelivered: false);
        }
        finally
        {
            bool isChanged;
            lock (_lock)
            {
                _telling--;
                handled.IsInWork = false;
                isChanged = handled.Version > 0;
            }

            if (isChanged)
            {
                TryAnswer(handled);
            }
        }
    }

    /// <summary>Brings the reply up to what the message is, until the message no longer changes meanwhile.</summary>
    private async Task WorkAsync(HandledMessage handled, ShownWork shown)
    {
        try
        {
            int version;
            do
            {
                version = await FollowAsync(handled, shown);
            }
            while (!IsDone(handled, version));
        }
        catch (OperationCanceledException)
        {
            Log.Handled(logger, gateway.Network, "", "Stopped", isDelivered: false);
            Leave(handled);
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, gateway.Network);
            Leave(handled);
        }

        await shown.DisposeAsync();
    }

    private bool IsCurrent(HandledMessage handled, int version)
    {
        lock (_lock)
        {
            return handled.Version == version;
        }
    }

    private bool IsDone(HandledMessage handled, int version)
    {
        lock (_lock)
        {
            if (handled.Version != version)
            {
                return false;
            }

            Leave(handled);
            return true;
        }
    }

    private void Leave(HandledMessage handled)
    {
        lock (_lock)
        {
            _answering--;
            handled.IsInWork = false;
            handled.Answering = null;
        }
    }

    /// <summary>Answers the message as it is now, or takes back what was said to it.</summary>
    /// <returns>The version that the reply follows.</returns>
    private async Task<int> FollowAsync(HandledMessage handled, ShownWork shown)
    {
        var edited = new CancellationTokenSource();
        IncomingMessage message;
        int version;
        bool isDeleted;
        lock (_lock)
        {
            (message, version, isDeleted) = (handled.Message, handled.Version, handled.IsDeleted);
            handled.Answering = edited;
        }

        if (isDeleted)
        {
            conversations.Forget(message);
            await _delivery.TakeBackAsync(handled, message, ended);
            Log.Handled(logger, gateway.Network, "", "TakenBack", isDelivered: true);
            return version;
        }

        if (await AnswerAsync(message, edited.Token) is { } reply && IsCurrent(handled, version) && (handled.Sent.Count == 0 || ReplyOutcome.IsLasting(reply)))
        {
            await shown.DisposeAsync();
            await SayAsync(handled, message, reply);
        }

        return version;
    }

    /// <summary>The reply, or null where the message changed meanwhile.</summary>
    private async Task<Reply?> AnswerAsync(IncomingMessage message, CancellationToken edited)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ended, edited);
        try
        {
            return await responder.AnswerAsync(message, ends.Token);
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task SayAsync(HandledMessage handled, IncomingMessage to, Reply reply)
    {
        var isDelivered = await _delivery.SayAsync(handled, to, reply, ended);
        Log.Handled(logger, gateway.Network, reply.Id, ReplyOutcome.Of(reply), isDelivered);
    }
}
