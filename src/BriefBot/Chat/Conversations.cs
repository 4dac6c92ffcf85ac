using BriefBot.Answers;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>
/// Keeps the last turns of each conversation in memory. A reply to a message of the bot, or to a question it answered, continues from
/// there; any other message continues its own conversation's last turn.
/// </summary>
/// <remarks>
/// Private turns never precede a message that others see. The longest silent conversation is forgotten first. Safe for concurrent use.
/// </remarks>
internal sealed class Conversations(IOptions<ChatOptions> options)
{
    /// <summary>Number of message ids kept for each conversation: its questions and the messages of its replies.</summary>
    private const int MessagesEach = 8;

    private readonly Lock _lock = new();
    private readonly LruCache<ConversationKey, Turn[]> _byKey = new(options.Value.RememberedConversations);
    private readonly LruCache<(string Network, string Place, string Id), Turn[]> _byMessage = new(options.Value.RememberedConversations * MessagesEach);

    /// <summary>Returns the turns before a message, oldest first; for an edited message, the turns before its first version.</summary>
    public IReadOnlyList<Turn> Before(IncomingMessage message)
    {
        lock (_lock)
        {
            return Edited(message) is { } asked ? asked[..^1]
                : RepliedTo(message) is { } repliedTo ? repliedTo
                : _byKey.TryGet(ConversationKey.Create(message), out var last) ? last
                : [];
        }
    }

    /// <summary>Adds a turn after those before its message, or replaces the turn of the same message.</summary>
    public void Remember(IncomingMessage message, Turn turn)
    {
        lock (_lock)
        {
            if (Edited(message) is not null)
            {
                Update(message, turns => [.. turns.Select(other => other.MessageId == turn.MessageId ? turn : other)]);
                return;
            }

            Turn[] turns = [.. Before(message).Append(turn).TakeLast(options.Value.RememberedQuestions)];
            _byKey.Set(ConversationKey.Create(message), turns);
            if (turns.Length > 0 && message.Id.Length > 0)
            {
                _byMessage.Set(Key(message, message.Id), turns);
            }
        }
    }

    /// <summary>Replaces the answer with this id; follow-ups refer to the new one.</summary>
    public void Correct(IncomingMessage message, string replyId, PreviousQuestion asked)
    {
        lock (_lock)
        {
            Update(message, turns => turns.Any(turn => turn.ReplyId == replyId) ? [.. turns.Select(turn => turn.ReplyId == replyId ? turn with { Asked = asked } : turn)] : turns);
        }
    }

    /// <summary>Makes the turn of <paramref name="message"/> the start of the conversation in a thread.</summary>
    public void Continue(IncomingMessage message, string thread)
    {
        lock (_lock)
        {
            var there = message with { Thread = thread };
            if (!_byMessage.TryGet(Key(message, message.Id), out var turns) || turns is [])
            {
                return;
            }

            if (_byMessage.TryGet(Key(there, message.Id), out _))
            {
                // It was edited: others may have gone on from it since.
                Update(there, others => [.. others.Select(turn => turn.MessageId == message.Id ? turns[^1] : turn)]);
                return;
            }

            _byKey.Set(ConversationKey.Create(there), turns);
            _byMessage.Set(Key(there, message.Id), turns);
        }
    }

    /// <summary>A part of the reply to <paramref name="message"/> has an id of its own: who replies to it goes on from there.</summary>
    public void Sent(IncomingMessage message, string id)
    {
        lock (_lock)
        {
            if (_byMessage.TryGet(Key(message, message.Id), out var turns))
            {
                _byMessage.Set(Key(message, id), turns);
            }
        }
    }

    /// <summary>A question was taken back: nothing leans on it any more.</summary>
    public void Forget(IncomingMessage message)
    {
        lock (_lock)
        {
            Update(message, turns => [.. turns.Where(turn => turn.MessageId != message.Id)]);
            _byMessage.Remove(Key(message, message.Id));
        }
    }

    private Turn[]? Edited(IncomingMessage message) =>
        message.Id.Length > 0 && _byMessage.TryGet(Key(message, message.Id), out var turns) && turns is [.., var last] && last.MessageId == message.Id ? turns : null;

    private Turn[]? RepliedTo(IncomingMessage message) =>
        message.RepliesTo is { } id && _byMessage.TryGet(Key(message, id), out var turns) && turns.All(turn => MayKnow(message, turn)) ? turns : null;

    private static bool MayKnow(IncomingMessage message, Turn turn) => !turn.IsPrivate || (message.IsPrivate && turn.Author == message.Author);

    private void Update(IncomingMessage message, Func<Turn[], Turn[]> update)
    {
        var (network, place, _) = Key(message, "");
        _byKey.Update((key, turns) => key.Network == network && key.Place == place ? update(turns) : turns);
        _byMessage.Update((key, turns) => key.Network == network && key.Place == place ? update(turns) : turns);
    }

    /// <summary>Ids are unlike others in their place.</summary>
    private static (string Network, string Place, string Id) Key(IncomingMessage message, string id) => (message.Network, message.Thread ?? message.Channel, id);
}
