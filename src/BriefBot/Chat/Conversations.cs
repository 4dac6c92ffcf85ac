namespace BriefBot.Chat;

/// <summary>
/// The last questions of each conversation, in memory only; when there are too many conversations the longest silent is
/// forgotten. Safe for concurrent use.
/// </summary>
internal sealed class Conversations(int questions, int conversations)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Id, string[] Questions)>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Id, string[] Questions)> _silentFirst = new();

    /// <summary>What was asked before, oldest first.</summary>
    public IReadOnlyList<string> Earlier(string id)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(id, out var node) ? node.Value.Questions : [];
        }
    }

    public void Remember(string id, string question)
    {
        if (questions == 0)
        {
            return;
        }

        lock (_lock)
        {
            string[] earlier = [];
            if (_byId.Remove(id, out var known))
            {
                earlier = known.Value.Questions;
                _silentFirst.Remove(known);
            }

            _byId[id] = _silentFirst.AddLast((id, [.. earlier.TakeLast(questions - 1), question]));
            if (_byId.Count > conversations && _silentFirst.First is { } silent)
            {
                _byId.Remove(silent.Value.Id);
                _silentFirst.RemoveFirst();
            }
        }
    }
}
