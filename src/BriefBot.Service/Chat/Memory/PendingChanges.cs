using System.Data.Common;
using System.Text.Json;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;

namespace BriefBot.Service.Chat.Memory;

/// <summary>The changes of the store that are not written yet. Used under the store's lock.</summary>
internal sealed class PendingChanges
{
    public HashSet<MessageKey> Claims { get; } = [];

    /// <summary>The turns to replace; null to remove them.</summary>
    public Dictionary<TurnsKey, byte[]?> Turns { get; } = [];

    public Dictionary<MessageKey, (string ReplyId, byte[]? Reply)> Replies { get; } = [];

    public Dictionary<string, AskedQuestion> Answers { get; } = [];

    public Dictionary<(string Answer, string Author), Vote> Votes { get; } = [];

    /// <summary>The questions passed to the editors, by network and post.</summary>
    public Dictionary<(string Network, string PostId), PassedQuestion> Passed { get; } = [];

    /// <summary>Those who wish to be told of an answer.</summary>
    public HashSet<WaitingAsker> Waiting { get; } = [];

    /// <summary>The settings of servers, by network and server.</summary>
    public Dictionary<(string Network, string Server), ServerSettings> Settings { get; } = [];

    /// <summary>The answers whose source has changed.</summary>
    public HashSet<string> Changed { get; } = [];

    /// <summary>The questions that the articles answer by now.</summary>
    public HashSet<string> Closed { get; } = [];

    public int Count =>
        Claims.Count
        + Turns.Count
        + Replies.Count
        + Answers.Count
        + Votes.Count
        + Passed.Count
        + Waiting.Count
        + Settings.Count
        + Changed.Count
        + Closed.Count;

    /// <summary>Writes all changes. The caller commits, and clears them then.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="owner">This process.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="now">The time, in seconds since 1970.</param>
    /// <param name="aliveSince">As in <see cref="MemoryCommand.Claim"/>.</param>
    public void Write(DbConnection connection, string owner, string version, long now, long aliveSince)
    {
        foreach (var message in Claims)
        {
            MemoryCommand.Claim(connection, message, owner, now, aliveSince);
        }

        foreach (var (message, (replyId, reply)) in Replies)
        {
            MemoryCommand.Save(connection, message, owner, now, replyId, reply);
        }

        foreach (var (key, turns) in Turns)
        {
            MemoryCommand.Save(connection, key, now, turns);
        }

        foreach (var answer in Answers.Values)
        {
            AnswerCommand.Save(connection, answer, version);
        }

        foreach (var ((answer, author), vote) in Votes)
        {
            AnswerCommand.Save(connection, answer, author, now, vote);
        }

        foreach (var passed in Passed.Values)
        {
            AnswerCommand.Save(connection, passed, now);
        }

        foreach (var asker in Waiting)
        {
            AnswerCommand.Save(connection, asker, now);
        }

        foreach (var ((network, server), settings) in Settings)
        {
            MemoryCommand.Save(
                connection,
                network,
                server,
                JsonSerializer.SerializeToUtf8Bytes(settings, MemoryJson.Default.ServerSettings)
            );
        }

        foreach (var answer in Changed)
        {
            AnswerCommand.MarkChanged(connection, answer, now);
        }

        foreach (var answer in Closed)
        {
            AnswerCommand.Close(connection, answer, now);
        }
    }

    public void Clear()
    {
        Claims.Clear();
        Turns.Clear();
        Replies.Clear();
        Answers.Clear();
        Votes.Clear();
        Passed.Clear();
        Waiting.Clear();
        Settings.Clear();
        Changed.Clear();
        Closed.Clear();
    }
}
