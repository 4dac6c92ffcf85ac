using System.Data.Common;
using System.Net;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Opens the store for a command, beside a service that runs or not.</summary>
internal sealed class CommandStore : IAsyncDisposable
{
    private readonly string _dataPath;
    private readonly MemoryOptions _options;

    private CommandStore(ServiceProvider provider)
    {
        Provider = provider;
        _dataPath = provider.GetRequiredService<IOptions<DataOptions>>().Value.Path;
        _options = provider.GetRequiredService<IOptions<MemoryOptions>>().Value;
    }

    /// <summary>The services of the command.</summary>
    public ServiceProvider Provider { get; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Provider.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="settings">The settings of the command line.</param>
    public static CommandStore Create(IReadOnlyDictionary<string, string?> settings) => new(BotHost.Command(settings, inMemory: true));

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    /// <summary>Reads the database, which a running service may be writing; nothing is changed.</summary>
    /// <exception cref="StartProblemException">There is none, or it can't be read.</exception>
    public T Read<T>(Func<DbConnection, T> read)
    {
        var path = Path.Combine(_dataPath, SqliteDatabase.FileName);
        if (_options.Postgres.Length == 0 && !File.Exists(path))
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Data:Path: there is no {path}. It is created when a service with Memory:Enabled is asked its first question."
            );
        }

        return Run(
            () => _options.Postgres.Length > 0 ? new PostgresDatabase(_options.Postgres).Open() : SqliteDatabase.OpenToRead(path),
            read
        );
    }

    /// <summary>Changes the database, which no service may be using: it would write again what it remembers.</summary>
    /// <exception cref="StartProblemException">A service runs, or the database can't be written.</exception>
    public T Change<T>(Func<DbConnection, T> change)
    {
        Read(_ => 0);
        try
        {
            using var held = DataFolderLock.Take(_dataPath);
            return Run(MemoryRegistration.Database(_options, _dataPath).Open, change);
        }
        catch (DataFolderInUseException)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Data:Path: a running service is using {_dataPath} and may hold newer data than the file. Stop it, then run the command again."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <summary>Deletes a database that was set aside as damaged, which may hold anything.</summary>
    public void DeleteAside() => MemoryRegistration.Database(_options, _dataPath).DeleteAside(DateTimeOffset.MaxValue);

    /// <summary>Returns the hash of an author, given as <c>NETWORK:ID</c>.</summary>
    /// <exception cref="StartProblemException">It is not of this form, or the key of the hashes is missing.</exception>
    public string Hash(string author)
    {
        if (author.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } network, { Length: > 0 } id])
        {
            throw new StartProblemException(
                ExitCode.Usage,
                $"--author: “{author}” must be a network and an id, such as discord:80351110224678912 or web:192.0.2.7."
            );
        }

        try
        {
            var hash =
                MemoryRegistration.FindHash(_options, _dataPath)
                ?? throw new StartProblemException(
                    ExitCode.Unavailable,
                    $"Data:Path: the key of the authors' hashes in {_dataPath} is missing or damaged. Put it back from a backup."
                );
            return hash.Compute(
                network.ToLowerInvariant(),
                IPAddress.TryParse(id, out var address) ? ClientAddress.Normalize(address) : id
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    private T Run<T>(Func<DbConnection> open, Func<DbConnection, T> use)
    {
        try
        {
            using var connection = open();
            return use(connection);
        }
        catch (Exception e)
            when (e is DbException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            throw Unusable(e);
        }
    }

    private StartProblemException Unusable(Exception e) =>
        new(
            ExitCode.Unavailable,
            $"{MemoryRegistration.Database(_options, _dataPath).Name} can't be used: {e.Message.TrimEnd('.')}. Run the command as the user that the service runs as; a damaged file is set aside when the service starts.",
            e
        );
}
