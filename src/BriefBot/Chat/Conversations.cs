namespace BriefBot.Chat;

/// <summary>
/// The last questions of each conversation, in memory only; when there are too many conversations the longest silent is
/// forgotten. Safe for concurrent use.
/// </summary>
internal sealed class Conversations(int questions, int conversations)
{
    private readonly Lock _lock = new();
    private readonly Recent<ConversationKey, string[]> _byKey = new(conversations);

    /// <summary>What was asked before, oldest first.</summary>
    public IReadOnlyList<string> Earlier(ConversationKey key)
    {
        lock (_lock)
        {
            return _byKey.TryGet(key, out var earlier) ? earlier : [];
        }
    }

    public void Remember(ConversationKey key, string question)
    {
        lock (_lock)
        {
            string[] earlier = _byKey.TryGet(key, out var known) ? known : [];
            _byKey.Set(key, [.. earlier.Append(question).TakeLast(questions)]);
        }
    }
}
