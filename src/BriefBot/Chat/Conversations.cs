using BriefBot.Answers;
using BriefBot.Chat.Memory;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>
/// Keeps the last turns of each conversation in memory, and in the store where there is one. Safe for concurrent use.
/// </summary>
/// <remarks>
/// A reply to a message of the bot, or to a question it answered, continues from there; any other message continues its own conversation's
/// last turn. Private turns never precede a message that others see. The longest silent conversation leaves memory first.
/// </remarks>
internal sealed class Conversations(IOptions<ChatOptions> options, IAnswerStore? store = null, AuthorHash? authors = null)
{
    /// <summary>Number of message ids kept for each conversation: its questions and the messages of its replies.</summary>
    private const int MessagesEach = 8;

    private readonly Lock _lock = new();
    private readonly AuthorHash _authors = authors ?? AuthorHash.Random();
    private readonly LruCache<ConversationKey, Turn[]> _byKey = new(options.Value.RememberedConversations);
    private readonly LruCache<(string Network, string Place, string Id), Turn[]> _byMessage = new(
        options.Value.RememberedConversations * MessagesEach
    );

    /// <summary>Returns the turns before a message, oldest first; for an edited message, the turns before its first version.</summary>
    public IReadOnlyList<Turn> Before(IncomingMessage message)
    {
        lock (_lock)
        {
            return Edited(message) is { } asked ? asked[..^1]
                : RepliedTo(message) is { } repliedTo ? repliedTo
                : FindConversation(Key(message));
        }
    }

    /// <summary>Adds a turn after those before its message, or replaces the turn of the same message.</summary>
    public void Remember(IncomingMessage message, Turn turn)
    {
        turn = turn with { Author = Hash(message.Network, turn.Author) };
        lock (_lock)
        {
            if (Edited(message) is not null)
            {
                Update(message, turns => [.. turns.Select(other => other.MessageId == turn.MessageId ? turn : other)]);
                return;
            }

            Turn[] turns = [.. Before(message).Append(turn).TakeLast(options.Value.RememberedQuestions)];
            if (message.IsStandalone)
            {
                return;
            }

            SetConversation(Key(message), turns);
            if (turns.Length > 0 && message.Id.Length > 0)
            {
                SetMessage(Key(message, message.Id), turns);
            }
        }
    }

    /// <summary>Replaces the answer with this id; follow-ups refer to the new one.</summary>
    public void Correct(IncomingMessage message, string replyId, PreviousQuestion asked)
    {
        lock (_lock)
        {
            Update(
                message,
                turns =>
                    turns.Any(turn => turn.ReplyId == replyId)
                        ? [.. turns.Select(turn => turn.ReplyId == replyId ? turn with { Asked = asked } : turn)]
                        : turns
            );
        }
    }

    /// <summary>Makes the turn of <paramref name="message"/> the start of the conversation in a thread.</summary>
    public void Continue(IncomingMessage message, string thread)
    {
        lock (_lock)
        {
            var there = message with { Thread = thread };
            var turns = FindMessage(Key(message, message.Id));
            if (turns is [])
            {
                return;
            }

            if (FindMessage(Key(there, message.Id)) is not [])
            {
                // It was edited: others may have gone on from it since.
                Update(there, others => [.. others.Select(turn => turn.MessageId == message.Id ? turns[^1] : turn)]);
                return;
            }

            SetConversation(Key(there), turns);
            SetMessage(Key(there, message.Id), turns);
        }
    }

    /// <summary>A part of the reply to <paramref name="message"/> has an id of its own: who replies to it goes on from there.</summary>
    public void Sent(IncomingMessage message, string id)
    {
        lock (_lock)
        {
            if (FindMessage(Key(message, message.Id)) is { Length: > 0 } turns)
            {
                SetMessage(Key(message, id), turns);
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
            store?.Save(StoreKey(Key(message, message.Id)), []);
        }
    }

    private Turn[]? Edited(IncomingMessage message) =>
        message.Id.Length > 0 && FindMessage(Key(message, message.Id)) is [.., var last] turns && last.MessageId == message.Id
            ? turns
            : null;

    private Turn[]? RepliedTo(IncomingMessage message) =>
        message.RepliesTo is { } id && FindMessage(Key(message, id)) is { Length: > 0 } turns && turns.All(turn => MayKnow(message, turn))
            ? turns
            : null;

    private bool MayKnow(IncomingMessage message, Turn turn) =>
        !turn.IsPrivate || (message.IsPrivate && turn.Author == Hash(message.Network, message.Author));

    private string Hash(string network, string author) => _authors.Compute(network, author);

    private void Update(IncomingMessage message, Func<Turn[], Turn[]> update)
    {
        var (network, place, _) = Key(message, "");
        _byKey.Update((key, turns) => key.Network == network && key.Place == place ? update(turns) : turns);
        _byMessage.Update((key, turns) => key.Network == network && key.Place == place ? update(turns) : turns);
        foreach (var (key, turns) in store?.FindTurns(network, place) ?? [])
        {
            if (update(turns) is var updated && !updated.SequenceEqual(turns))
            {
                store?.Save(key, updated);
            }
        }
    }

    /// <summary>Gets whether another process may have continued a conversation, so that the store is asked first.</summary>
    private bool IsShared => store is { IsShared: true, Problem: null };

    private Turn[] FindConversation(ConversationKey key) =>
        !IsShared && _byKey.TryGet(key, out var turns) ? turns : store?.FindTurns(StoreKey(key)) ?? [];

    private Turn[] FindMessage((string Network, string Place, string Id) key) =>
        !IsShared && _byMessage.TryGet(key, out var turns) ? turns : store?.FindTurns(StoreKey(key)) ?? [];

    private void SetConversation(ConversationKey key, Turn[] turns)
    {
        _byKey.Set(key, turns);
        store?.Save(StoreKey(key), turns);
    }

    private void SetMessage((string Network, string Place, string Id) key, Turn[] turns)
    {
        _byMessage.Set(key, turns);
        store?.Save(StoreKey(key), turns);
    }

    private static TurnsKey StoreKey(ConversationKey key) =>
        new(key.Network, key.Place, $"c:{(key.IsPrivate ? "private:" : "")}{key.Author}");

    private static TurnsKey StoreKey((string Network, string Place, string Id) key) => new(key.Network, key.Place, $"m:{key.Id}");

    private ConversationKey Key(IncomingMessage message) =>
        ConversationKey.Create(message with { Author = Hash(message.Network, message.Author) });

    /// <summary>Returns the key of a message; ids are unique in their place.</summary>
    private static (string Network, string Place, string Id) Key(IncomingMessage message, string id) =>
        (message.Network, message.Thread ?? message.Channel, id);
}
