using System.Security.Cryptography;
using System.Text.Json;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using Microsoft.Data.Sqlite;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Stores what is remembered in a SQLite database in the data folder. Safe for concurrent use.</summary>
/// <remarks>
/// Claims are written at once; everything else is written in batches shortly after. While the database can't be written, changes are kept
/// in memory and written when it can be.
/// </remarks>
internal sealed class SqliteAnswerStore : IAnswerStore, IDisposable
{
    /// <summary>Maximum number of changes kept in memory while they can't be written.</summary>
    private const int MaxPending = 50_000;

    private static readonly TimeSpan WriteAfter = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(6);

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly MemoryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;

    /// <summary>Identifies this process, so that claims of an earlier one are known as such.</summary>
    private readonly string _owner = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly HashSet<MessageKey> _claims = [];
    private readonly Dictionary<TurnsKey, byte[]?> _turns = [];
    private readonly Dictionary<MessageKey, (string ReplyId, byte[]? Reply)> _replies = [];
    private readonly Dictionary<string, AskedQuestion> _answers = [];
    private readonly Dictionary<(string Answer, string Author), Vote> _votes = [];
    private SqliteConnection? _connection;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;
    private volatile string? _problem;
    private int _dropped;
    private bool _isScheduled;
    private bool _isDisposed;

    /// <param name="dataPath">The data folder, locked by this process.</param>
    /// <param name="options">How much is kept, and for how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs failures, each once.</param>
    public SqliteAnswerStore(string dataPath, MemoryOptions options, TimeProvider time, ILogger<SqliteAnswerStore> logger)
    {
        (_path, _options, _time, _logger) = (Path.Combine(dataPath, MemoryDatabase.FileName), options, time, logger);
        _timer = time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            Try(connection => Purge(connection));
        }
    }

    public string? Problem => _problem;

    public bool TryClaim(MessageKey message)
    {
        lock (_lock)
        {
            if (_replies.ContainsKey(message) || _claims.Contains(message))
            {
                return false;
            }

            var isNew = true;
            if (!Try(connection => isNew = MemoryCommand.Claim(connection, message, _owner, Now)))
            {
                Pend(() => _claims.Add(message));
            }

            return isNew;
        }
    }

    public void Complete(MessageKey message, string replyId, Reply? reply)
    {
        var content =
            _options.Questions && reply is not null ? JsonSerializer.SerializeToUtf8Bytes(Final(reply), MemoryJson.Default.Reply) : null;
        lock (_lock)
        {
            Pend(() => _replies[message] = (replyId, content));
        }
    }

    public Reply? FindReply(MessageKey message)
    {
        lock (_lock)
        {
            var content = _replies.TryGetValue(message, out var pending) ? pending.Reply : null;
            if (content is null)
            {
                Try(connection =>
                    content = MemoryCommand.ReadBlob(
                        connection,
                        "SELECT reply FROM messages WHERE network = $a AND place = $b AND author = $c AND id = $d",
                        message.Network,
                        message.Place,
                        message.Author,
                        message.Id
                    )
                );
            }

            return content is null ? null : Parse(content, MemoryJson.Default.Reply);
        }
    }

    public Turn[] FindTurns(TurnsKey key)
    {
        lock (_lock)
        {
            if (!_turns.TryGetValue(key, out var content))
            {
                Try(connection =>
                    content = MemoryCommand.ReadBlob(
                        connection,
                        "SELECT turns FROM turns WHERE network = $a AND place = $b AND name = $c",
                        key.Network,
                        key.Place,
                        key.Name
                    )
                );
            }

            return content is null ? [] : Parse(content, MemoryJson.Default.TurnArray) ?? [];
        }
    }

    public IReadOnlyList<(TurnsKey Key, Turn[] Turns)> FindTurns(string network, string place)
    {
        lock (_lock)
        {
            var found = new Dictionary<TurnsKey, byte[]?>();
            Try(connection =>
            {
                using var command = MemoryCommand.Create(
                    connection,
                    "SELECT name, turns FROM turns WHERE network = $a AND place = $b",
                    network,
                    place
                );
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    found[new TurnsKey(network, place, reader.GetString(0))] = reader.GetFieldValue<byte[]>(1);
                }
            });
            foreach (var (key, content) in _turns.Where(pending => pending.Key.Network == network && pending.Key.Place == place))
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
        lock (_lock)
        {
            Pend(() => _turns[key] = content);
        }
    }

    public void Record(AskedQuestion question)
    {
        if (_options.Questions)
        {
            lock (_lock)
            {
                Pend(() => _answers[question.Id] = question);
            }
        }
    }

    public bool Vote(string answerId, string author, Vote vote)
    {
        lock (_lock)
        {
            var isKnown = _answers.ContainsKey(answerId);
            if (!isKnown)
            {
                Try(connection =>
                {
                    using var command = MemoryCommand.Create(connection, "SELECT 1 FROM answers WHERE id = $a", answerId);
                    isKnown = command.ExecuteScalar() is not null;
                });
            }

            if (isKnown)
            {
                Pend(() => _votes[(answerId, author)] = vote);
            }

            return isKnown;
        }
    }

    public IReadOnlyList<AskedQuestion> FindUnanswered(DateTimeOffset since)
    {
        Flush();
        lock (_lock)
        {
            IReadOnlyList<AskedQuestion> found = [];
            Try(connection => found = MemoryCommand.FindUnanswered(connection, since));
            return found;
        }
    }

    /// <summary>Writes pending changes. Called by the timer, and at the end.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _isScheduled = false;
            if (_isDisposed || PendingCount == 0)
            {
                return;
            }

            if (Try(Write))
            {
                _turns.Clear();
                _replies.Clear();
                _claims.Clear();
                _answers.Clear();
                _votes.Clear();
            }
            else
            {
                Schedule(TryAgainAfter);
            }
        }
    }

    public void Dispose()
    {
        Flush();
        lock (_lock)
        {
            _isDisposed = true;
            _timer.Dispose();
            _connection?.Dispose();
            _connection = null;
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

    private int PendingCount => _turns.Count + _replies.Count + _claims.Count + _answers.Count + _votes.Count;

    private void Pend(Action change)
    {
        if (PendingCount >= MaxPending)
        {
            if (_dropped++ % 1_000 == 0)
            {
                Log.Dropped(_logger, _path, _dropped);
            }

            return;
        }

        change();
        Schedule(_problem is null ? WriteAfter : TryAgainAfter);
    }

    private void Schedule(TimeSpan after)
    {
        if (!_isScheduled && !_isDisposed)
        {
            _isScheduled = true;
            _timer.Change(after, Timeout.InfiniteTimeSpan);
        }
    }

    private void Write(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var message in _claims)
        {
            MemoryCommand.Claim(connection, message, _owner, Now);
        }

        foreach (var (message, (replyId, reply)) in _replies)
        {
            MemoryCommand.Save(connection, message, _owner, Now, replyId, reply);
        }

        foreach (var (key, turns) in _turns)
        {
            MemoryCommand.Save(connection, key, Now, turns);
        }

        foreach (var answer in _answers.Values)
        {
            MemoryCommand.Save(connection, answer);
        }

        foreach (var ((answer, author), vote) in _votes)
        {
            MemoryCommand.Save(connection, answer, author, Now, vote);
        }

        Purge(connection);
        transaction.Commit();
    }

    private void Purge(SqliteConnection connection)
    {
        if (_time.GetUtcNow() - _purged < PurgeEvery)
        {
            return;
        }

        var oldest = _time.GetUtcNow().AddDays(-_options.RetentionDays).ToUnixTimeSeconds();
        MemoryCommand.DeleteOlder(connection, oldest);
        _purged = _time.GetUtcNow();
    }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Runs work on the database, which is opened where it is not open. Returns whether it succeeded.</summary>
    private bool Try(Action<SqliteConnection> work)
    {
        try
        {
            try
            {
                work(_connection ??= MemoryDatabase.Open(_path));
            }
            catch (SqliteException e) when (MemoryDatabase.IsDamage(e))
            {
                Close();
                Log.Damaged(_logger, _path, e.Message, MemoryDatabase.SetAside(_path));
                work(_connection = MemoryDatabase.Open(_path));
            }

            if (_problem is not null)
            {
                _problem = null;
                Log.WrittenAgain(_logger, _path);
            }

            return true;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            Close();
            if (_problem is null)
            {
                Log.NotWritten(_logger, _path, e.Message);
            }

            _problem = BotTexts.MemoryNotWritten;
            return false;
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
