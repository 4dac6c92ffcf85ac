using System.Collections.Concurrent;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>Commands that can still be answered: Discord takes answers to them for fifteen minutes. Safe for concurrent use.</summary>
internal sealed class OpenCommands
{
    private const int MaxOpen = 5_000;

    private readonly ConcurrentDictionary<string, Open> _open = new();
    private readonly ConcurrentQueue<string> _oldestFirst = new();

    public void Add(string id, SocketCommandBase command)
    {
        if (_open.TryAdd(id, new Open(command)))
        {
            _oldestFirst.Enqueue(id);
        }

        while (_open.Count > MaxOpen && _oldestFirst.TryDequeue(out var oldest))
        {
            _open.TryRemove(oldest, out _);
        }
    }

    public Open? Find(string id) => _open.GetValueOrDefault(id);

    /// <summary>Discord takes no more answers to it.</summary>
    public void Remove(string id) => _open.TryRemove(id, out _);

    /// <param name="Command">The command.</param>
    internal sealed record Open(SocketCommandBase Command)
    {
        /// <summary>One call at a time: the first answer opens the way for the rest.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>Indicates whether Discord was told to wait, so that the first answer takes the place of that.</summary>
        public bool IsDeferred { get; set; }

        /// <summary>Indicates whether an answer or an acknowledgement was sent with unknown outcome.</summary>
        public bool IsTried { get; set; }

        /// <summary>Indicates whether the first answer is there.</summary>
        public bool IsAnswered { get; set; }
    }
}
