using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Stores what is remembered in a database. Safe for concurrent use.</summary>
/// <remarks>
/// Claims and replies to repeat are written at once; everything else is written in batches shortly after. While the database can't be
/// written, changes are kept in memory and written when it can be.
/// </remarks>
internal sealed class DatabaseAnswerStore : IAnswerStore, IDisposable
{
    /// <summary>Maximum number of changes kept in memory while they can't be written.</summary>
    private const int MaxPending = 50_000;

    private static readonly TimeSpan WriteAfter = TimeSpan.FromSeconds(0.1);

    /// <summary>Interval at which a process that shares the database says that it lives.</summary>
    private static readonly TimeSpan LiveEvery = TimeSpan.FromSeconds(5);

    /// <summary>Time after which a process that said nothing is taken for gone.</summary>
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(6);

    private readonly Lock _lock = new();
    private readonly IMemoryDatabase _database;
    private readonly string _version;
    private readonly MemoryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly ITimer _heartbeat;

    /// <summary>Identifies this process, so that claims of an earlier one are known as such.</summary>
    private readonly string _owner = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly PendingChanges _pending = new();
    private readonly MemoryConnection _connection;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;
    private int _dropped;
    private bool _isScheduled;
    private bool _isDisposed;

    /// <param name="database">The database.</param>
    /// <param name="version">The version of this program, recorded with answers.</param>
    /// <param name="options">How much is kept, and for how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs failures, each once.</param>
    public DatabaseAnswerStore(
        IMemoryDatabase database,
        string version,
        MemoryOptions options,
        TimeProvider time,
        ILogger<DatabaseAnswerStore> logger
    )
    {
        (_database, _version, _options, _time, _logger) = (database, version, options, time, logger);
        _connection = new MemoryConnection(database, time, logger);
        _timer = time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _heartbeat = time.CreateTimer(_ => Live(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            _connection.Try(connection => Purge(connection));
        }

        if (database.IsShared)
        {
            Live();
            _heartbeat.Change(LiveEvery, LiveEvery);
        }
    }

    public bool IsShared => _database.IsShared;

    public string? Problem => _connection.Problem;

    public bool TryClaim(MessageKey message)
    {
        lock (_lock)
        {
            if (_pending.Replies.ContainsKey(message) || _pending.Claims.Contains(message))
            {
                return false;
            }

            var isNew = true;
            if (!_connection.Try(connection => isNew = MemoryCommand.Claim(connection, message, _owner, Now, AliveSince)))
            {
                Pend(() => _pending.Claims.Add(message));
            }

            return isNew;
        }
    }

    public DateTimeOffset? FindMissedSince(string network, DateTimeOffset since)
    {
        lock (_lock)
        {
            long last = 0;
            _connection.Try(connection => last = MemoryCommand.FindMissedSince(connection, network, since));
            return last > 0 ? DateTimeOffset.FromUnixTimeSeconds(last) : null;
        }
    }

    public void Release(MessageKey message)
    {
        lock (_lock)
        {
            _pending.Claims.Remove(message);
            _connection.Try(connection => MemoryCommand.Release(connection, message, _owner));
        }
    }

    public void Complete(MessageKey message, string replyId, Reply? reply)
    {
        var content =
            _options.Questions && reply is not null ? JsonSerializer.SerializeToUtf8Bytes(Final(reply), MemoryJson.Default.Reply) : null;
        Change(() => _pending.Replies[message] = (replyId, content));

        if (reply is not null)
        {
            Flush();
        }
    }

    public Reply? FindReply(MessageKey message)
    {
        lock (_lock)
        {
            var content = _pending.Replies.TryGetValue(message, out var pending) ? pending.Reply : null;
            if (content is null)
            {
                _connection.Try(connection => content = MemoryCommand.FindReply(connection, message));
            }

            return content is null ? null : Parse(content, MemoryJson.Default.Reply);
        }
    }

    public Turn[] FindTurns(TurnsKey key)
    {
        lock (_lock)
        {
            if (!_pending.Turns.TryGetValue(key, out var content))
            {
                _connection.Try(connection => content = MemoryCommand.FindTurns(connection, key));
            }

            return content is null ? [] : Parse(content, MemoryJson.Default.TurnArray) ?? [];
        }
    }

    public IReadOnlyList<(TurnsKey Key, Turn[] Turns)> FindTurns(string network, string place)
    {
        lock (_lock)
        {
            var found = new Dictionary<TurnsKey, byte[]?>();
            _connection.Try(connection => found = MemoryCommand.FindTurns(connection, network, place));
            foreach (var (key, content) in _pending.Turns.Where(pending => pending.Key.Network == network && pending.Key.Place == place))
            {
                found[key] = content;
            }

            return
            [
                .. found
                    .Where(one => one.Value is not null)
                    .Select(one => (one.Key, Parse(one.Value!, MemoryJson.Default.TurnArray) ?? [])),
            ];
        }
    }

    public void Save(TurnsKey key, Turn[] turns)
    {
        if (!_options.Questions)
        {
            return;
        }

        var content = turns.Length > 0 ? JsonSerializer.SerializeToUtf8Bytes(turns, MemoryJson.Default.TurnArray) : null;
        Change(() => _pending.Turns[key] = content);
    }

    public void Record(AskedQuestion question)
    {
        if (_options.Questions)
        {
            Change(() => _pending.Answers[question.Id] = question);
        }
    }

    public bool Vote(string answerId, string author, Vote vote)
    {
        lock (_lock)
        {
            // While it can't be read, the vote is kept; one on an answer that turns out to be unknown is deleted later.
            var isKnown = _pending.Answers.ContainsKey(answerId);
            isKnown = isKnown || !_connection.Try(connection => isKnown = AnswerCommand.Contains(connection, answerId)) || isKnown;
            if (isKnown)
            {
                Pend(() => _pending.Votes[(answerId, author)] = vote);
                Flush();
            }

            return isKnown;
        }
    }

    public IReadOnlyList<AskedQuestion> FindUnanswered(DateTimeOffset since) =>
        Read<IReadOnlyList<AskedQuestion>>(connection => AnswerCommand.FindUnanswered(connection, since)) ?? [];

    public AskedQuestion? Find(string answerId)
    {
        var found = Read(connection => AnswerCommand.Find(connection, answerId));
        lock (_lock)
        {
            return found ?? (_pending.Answers.GetValueOrDefault(answerId) is { } pending ? pending with { Version = _version } : null);
        }
    }

    public IReadOnlyList<AskedQuestion> FindCiting(string path, DateTimeOffset since) =>
        Read<IReadOnlyList<AskedQuestion>>(connection => AnswerCommand.FindCiting(connection, path, since)) ?? [];

    public IReadOnlyList<string> FindCitedPaths(DateTimeOffset since) =>
        Read<IReadOnlyList<string>>(connection => AnswerCommand.FindCitedPaths(connection, since)) ?? [];

    public IReadOnlyList<string> FindPlaces(string network, DateTimeOffset since) =>
        Read<IReadOnlyList<string>>(connection => MemoryCommand.FindPlaces(connection, network, since)) ?? [];

    public void Save(PassedQuestion passed) => Change(() => _pending.Passed[(passed.Network, passed.PostId)] = passed);

    public void Save(WaitingAsker asker) => Change(() => _pending.Waiting.Add(asker));

    public IReadOnlyList<WaitingAsker> TakeWaiting(string answerId) =>
        Read<IReadOnlyList<WaitingAsker>>(connection => AnswerCommand.TakeWaiting(connection, answerId)) ?? [];

    public IReadOnlyList<AskedQuestion> FindChanged(DateTimeOffset since) =>
        Read<IReadOnlyList<AskedQuestion>>(connection => AnswerCommand.FindChanged(connection, since)) ?? [];

    public PassedQuestion? FindPassed(string network, string postId) =>
        Read(connection => AnswerCommand.FindPassed(connection, network, postId));

    public ServerSettings? FindSettings(string network, string server) =>
        Read(connection => MemoryCommand.FindSettings(connection, network, server)) is { } content
            ? Parse(content, MemoryJson.Default.ServerSettings)
            : null;

    public void Save(string network, string server, ServerSettings settings) =>
        Change(() => _pending.Settings[(network, server)] = settings);

    public void MarkChanged(string answerId) => Change(() => _pending.Changed.Add(answerId));

    public void Close(string answerId) => Change(() => _pending.Closed.Add(answerId));

    /// <summary>Writes pending changes. Called by the timer, and at the end.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _isScheduled = false;
            if (_isDisposed || _pending.Count == 0)
            {
                return;
            }

            if (_connection.Try(Write))
            {
                _pending.Clear();
            }
            else
            {
                Schedule(MemoryConnection.TryAgainAfter);
            }
        }
    }

    public void Dispose()
    {
        Flush();
        lock (_lock)
        {
            if (_database.IsShared && !_isDisposed)
            {
                // Others take over at once what this process claimed and did not reply to.
                _connection.Try(connection => MemoryCommand.Leave(connection, _owner));
            }

            _isDisposed = true;
            _timer.Dispose();
            _heartbeat.Dispose();
            _connection.Dispose();
        }
    }

    /// <summary>Returns a reply as it is repeated: no model is asked again.</summary>
    private static Reply Final(Reply reply) => reply is Reply.Answered answered ? answered with { MayImprove = false } : reply;

    private static T? Parse<T>(byte[] content, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(content, type);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            // Written by another version: as if it were not there.
            return null;
        }
    }

    /// <summary>Reads from the database after pending changes are written; null where it can't be read.</summary>
    private T? Read<T>(Func<DbConnection, T?> read)
        where T : class
    {
        Flush();
        lock (_lock)
        {
            T? found = null;
            _connection.Try(connection => found = read(connection));
            return found;
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            Pend(change);
        }
    }

    private void Pend(Action change)
    {
        if (_pending.Count >= MaxPending)
        {
            if (_dropped++ % 1_000 == 0)
            {
                Log.Dropped(_logger, _database.Name, _dropped);
            }

            return;
        }

        change();
        Schedule(Problem is null ? WriteAfter : MemoryConnection.TryAgainAfter);
    }

    private void Schedule(TimeSpan after)
    {
        if (!_isScheduled && !_isDisposed)
        {
            _isScheduled = true;
            _timer.Change(after, Timeout.InfiniteTimeSpan);
        }
    }

    private void Write(DbConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        _pending.Write(connection, _owner, _version, Now, AliveSince);
        Purge(connection);
        transaction.Commit();
    }

    private void Purge(DbConnection connection)
    {
        if (_time.GetUtcNow() - _purged < PurgeEvery)
        {
            return;
        }

        var oldest = _time.GetUtcNow().AddDays(-_options.RetentionDays).ToUnixTimeSeconds();
        MemoryCommand.DeleteOlder(connection, oldest);
        _database.DeleteAside(DateTimeOffset.FromUnixTimeSeconds(oldest));
        _purged = _time.GetUtcNow();
    }

    private void Live()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _connection.Try(connection => MemoryCommand.Live(connection, _owner, Now));
            }
        }
    }

    /// <summary>Time since which living processes were seen. A database of its own is held by no other living process.</summary>
    private long AliveSince => _database.IsShared ? Now - (long)GoneAfter.TotalSeconds : long.MaxValue;

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();
}
