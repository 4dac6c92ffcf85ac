using BriefBot.Chat.Editors;
using BriefBot.Chat.Memory;
using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Receives the events of one network and ensures that each message for the bot has exactly one outcome: an answer, or a note that the bot
/// is busy, that the author must wait or may not ask.
/// </summary>
/// <remarks>Edits and deletions of a question change its reply. Safe for concurrent use.</remarks>
internal sealed class MessageIntake(
    IChatGateway gateway,
    IChatResponder responder,
    Conversations conversations,
    ReplyScheduler work,
    Admission admission,
    TimeProvider time,
    ILogger logger,
    IAnswerStore? store = null,
    EditorQuestions? editors = null
)
{
    /// <summary>Maximum number of messages remembered as taken; the longest untouched is forgotten first.</summary>
    private const int MaxKnown = 50_000;

    /// <summary>Maximum number of messages whose replies are remembered for later edits.</summary>
    private const int MaxFollowed = 2_000;

    /// <summary>Time after a question in which its reply follows edits and deletion.</summary>
    private static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly LruCache<string, bool> _known = new(MaxKnown);
    private readonly LruCache<string, ReplyJob> _handled = new(MaxFollowed);
    private readonly DateTimeOffset _began = time.GetUtcNow();

    /// <summary>Something was said: once or more often, now or while there was no connection.</summary>
    public void Said(IncomingMessage message)
    {
        if (editors?.FindAnswered(message) is { } passed)
        {
            if (Take(message) is not null)
            {
                _ = editors.PassOnAsync(gateway, message, passed, CancellationToken.None);
                store?.Complete(new MessageKey(gateway.Network, "", "", message.Id), passed.AnswerId, null);
            }

            return;
        }

        var verdict = admission.Decide(message);
        if (!Admission.NeedsOutcome(message, verdict))
        {
            Log.NotForUs(logger, gateway.Network, verdict);
        }
        else if (Take(message) is { } handled)
        {
            if (!admission.TryAdmit(message, verdict, out var refused))
            {
                if (refused is not null)
                {
                    work.Tell(handled, refused);
                }
            }
            else if (!work.TryBegin(handled))
            {
                work.Tell(handled, responder.Refuse(message, Refusal.Busy));
            }
        }
    }

    /// <summary>A message says something else now. One that was not for the bot before may be now, as long as it is new.</summary>
    public void Edited(IncomingMessage message)
    {
        if (Find(message.Id) is not { } handled)
        {
            if (message.SentAt >= _began && IsInTime(message.SentAt))
            {
                Said(message);
            }
        }
        else if (IsInTime(handled.TakenAt) && handled.IsOtherThan(message) && admission.TryAdmitEdit(message))
        {
            work.Change(handled, message);
        }
    }

    /// <summary>Handles a deletion: the reply is deleted too, and no follow-up refers to it any more.</summary>
    public void Deleted(string messageId)
    {
        if (Find(messageId) is { } handled)
        {
            conversations.Forget(handled.Message);
            if (IsInTime(handled.TakenAt))
            {
                work.Change(handled, null);
            }
        }
    }

    private bool IsInTime(DateTimeOffset said) => time.GetUtcNow() - said <= EditWindow;

    /// <summary>Null where it was taken before.</summary>
    private ReplyJob? Take(IncomingMessage message)
    {
        lock (_lock)
        {
            if (_known.TryGet(message.Id, out _) || store?.TryClaim(new MessageKey(gateway.Network, "", "", message.Id)) == false)
            {
                return null;
            }

            var handled = new ReplyJob(message, time.GetUtcNow());
            _known.Set(message.Id, true);
            _handled.Set(message.Id, handled);
            return handled;
        }
    }

    private ReplyJob? Find(string id)
    {
        lock (_lock)
        {
            return _handled.TryGet(id, out var handled) ? handled : null;
        }
    }
}
