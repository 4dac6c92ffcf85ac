using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.SlackNet;

/// <summary>
/// Commands that can still be answered at their own address, which Slack takes for thirty minutes, and private answers that may be shown
/// to all. Safe for concurrent use.
/// </summary>
internal sealed class OpenCommands
{
    private const int MaxOpen = 5_000;

    private readonly Lock _lock = new();
    private readonly LruCache<string, string> _addresses = new(MaxOpen);
    private readonly LruCache<string, PrivateAnswer> _answers = new(MaxOpen);

    public void Add(string id, string address)
    {
        lock (_lock)
        {
            _addresses.Set(id, address);
        }
    }

    /// <summary>Returns the address to answer at, or null.</summary>
    public string? Find(string id)
    {
        lock (_lock)
        {
            return _addresses.TryGet(id, out var address) ? address : null;
        }
    }

    /// <summary>Adds a message of the private answer to a command.</summary>
    public void Keep(string id, string question, ChatMessage message)
    {
        lock (_lock)
        {
            var before = _answers.TryGet(id, out var kept) ? kept.Messages : [];
            _answers.Set(id, new PrivateAnswer(question, [.. before, message]));
        }
    }

    /// <summary>Returns a private answer with its question, once; null where it is not kept any more.</summary>
    public PrivateAnswer? TakeAnswer(string id)
    {
        lock (_lock)
        {
            if (!_answers.TryGet(id, out var kept))
            {
                return null;
            }

            _answers.Remove(id);
            return kept;
        }
    }
}

/// <summary>A private answer.</summary>
/// <param name="Question">The question as it was typed.</param>
/// <param name="Messages">The messages.</param>
internal sealed record PrivateAnswer(string Question, IReadOnlyList<ChatMessage> Messages);
