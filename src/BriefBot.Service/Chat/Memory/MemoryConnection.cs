using System.Data.Common;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Runs work on the database, opens it again where it was lost, and reports that it fails. Used under the store's lock.</summary>
internal sealed class MemoryConnection(IMemoryDatabase database, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>Time after a failure in which the database is not tried, so that nobody waits for it.</summary>
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    private DbConnection? _connection;
    private DateTimeOffset _failed = DateTimeOffset.MinValue;
    private volatile string? _problem;

    /// <summary>The reason why nothing can be written just now, in words for the operator; null where it can. From any thread.</summary>
    public string? Problem => _problem;

    /// <summary>Runs work. Returns whether it succeeded.</summary>
    public bool Try(Action<DbConnection> work)
    {
        if (_problem is not null && time.GetUtcNow() - _failed < TryAgainAfter)
        {
            return false;
        }

        try
        {
            Run(work);
            if (_problem is not null)
            {
                _problem = null;
                Log.WrittenAgain(logger, database.Name);
            }

            return true;
        }
        catch (Exception e)
            when (e is DbException or IOException or TimeoutException or UnauthorizedAccessException or InvalidOperationException)
        {
            Dispose();
            if (_problem is null)
            {
                Log.NotWritten(logger, database.Name, e.Message);
            }

            (_problem, _failed) = (BotTexts.MemoryNotWritten, time.GetUtcNow());
            return false;
        }
    }

    /// <summary>Closes the connection; the next work opens one.</summary>
    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private void Run(Action<DbConnection> work)
    {
        if (database.IsLost)
        {
            Dispose();
        }

        var wasOpen = _connection is not null;
        try
        {
            work(_connection ??= database.Open());
        }
        catch (DbException e)
        {
            Dispose();
            if (database.SetAside(e) is { } aside)
            {
                Log.Damaged(logger, database.Name, e.Message, aside);
            }
            else if (!wasOpen || !database.IsShared)
            {
                throw;
            }

            // The file is a new one, or the server may have been restarted since the last work.
            work(_connection = database.Open());
        }
    }
}
