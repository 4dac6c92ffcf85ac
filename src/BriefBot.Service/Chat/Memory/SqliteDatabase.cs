using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BriefBot.Service.Chat.Memory;

/// <summary>The database in a file of the data folder, which one process holds.</summary>
/// <param name="dataPath">The data folder.</param>
internal sealed class SqliteDatabase(string dataPath) : IMemoryDatabase
{
    /// <summary>Name of the database in the data folder.</summary>
    public const string FileName = "memory.db";

    /// <summary>Suffixes of the files beside a database in WAL mode.</summary>
    private static readonly string[] Files = ["", "-wal", "-shm"];

    /// <summary>The statements that lead from one version of the tables to the next. Only ever added to.</summary>
    private static readonly string[] Migrations =
    [
        """
            CREATE TABLE messages (
                network TEXT NOT NULL, place TEXT NOT NULL, author TEXT NOT NULL, id TEXT NOT NULL,
                owner TEXT NOT NULL, at INTEGER NOT NULL, reply_id TEXT, reply BLOB,
                PRIMARY KEY (network, place, author, id)) WITHOUT ROWID;
            CREATE INDEX messages_at ON messages (at);
            CREATE TABLE turns (
                network TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, turns BLOB NOT NULL,
                PRIMARY KEY (network, place, name)) WITHOUT ROWID;
            CREATE INDEX turns_at ON turns (at);
            """,
        """
            CREATE TABLE answers (
                id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, network TEXT NOT NULL, author TEXT NOT NULL,
                question TEXT NOT NULL, outcome TEXT NOT NULL, closest TEXT) WITHOUT ROWID;
            CREATE INDEX answers_at ON answers (at);
            CREATE TABLE votes (
                answer TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL, up INTEGER NOT NULL, reason TEXT,
                PRIMARY KEY (answer, author)) WITHOUT ROWID;
            """,
        """
            ALTER TABLE answers ADD COLUMN prompt_tokens INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE answers ADD COLUMN reply_tokens INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE answers ADD COLUMN version TEXT;
            ALTER TABLE answers ADD COLUMN content BLOB;
            ALTER TABLE answers ADD COLUMN changed INTEGER;
            ALTER TABLE answers ADD COLUMN closed INTEGER;
            CREATE INDEX answers_author ON answers (author);
            CREATE TABLE cited (
                path TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (path, answer)) WITHOUT ROWID;
            CREATE TABLE processes (owner TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
            """,
        """
            CREATE TABLE passed (
                network TEXT NOT NULL, post TEXT NOT NULL, answer TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
                message TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (network, post));
            """,
        """
            CREATE TABLE waiting (
                network TEXT NOT NULL, answer TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
                message TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (network, answer, message));
            CREATE INDEX waiting_answer ON waiting (answer);
            """,
        """
            CREATE TABLE servers (
                network TEXT NOT NULL, server TEXT NOT NULL, settings BLOB NOT NULL, PRIMARY KEY (network, server));
            """,
        "ALTER TABLE votes ADD COLUMN comment TEXT;",
    ];

    private const string Aside = ".damaged";

    private readonly string _path = Path.Combine(dataPath, FileName);

    public string Name => _path;

    public bool IsShared => false;

    public bool IsLost => !File.Exists(_path);

    public DbConnection Open()
    {
        var connection = Create(_path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Open();
            MemoryCommand.Execute(
                connection,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 1000; PRAGMA secure_delete = ON;"
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the database for reading alone: nothing is created, migrated or deleted.</summary>
    /// <exception cref="DbException">It can't be opened, or is damaged.</exception>
    /// <exception cref="InvalidOperationException">It is of another version; the message says what to do.</exception>
    public static DbConnection OpenToRead(string path)
    {
        var connection = Create(path, SqliteOpenMode.ReadOnly);
        try
        {
            connection.Open();
            var version = MemoryCommand.ReadNumber(connection, "PRAGMA user_version;");
            return version == Migrations.Length
                ? connection
                : throw new InvalidOperationException(
                    version < Migrations.Length
                        ? "it is of an older version: start the service once, which brings it up to date"
                        : "it was made by a newer BriefBot: take that version"
                );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Deletes a database that was set aside, if it is older than a time.</summary>
    public void DeleteAside(DateTimeOffset before)
    {
        foreach (
            var suffix in Files.Where(suffix =>
                File.GetLastWriteTimeUtc(_path + Aside + suffix) < before && File.Exists(_path + Aside + suffix)
            )
        )
        {
            File.Delete(_path + Aside + suffix);
        }
    }

    /// <summary>Moves the database aside, replacing an earlier one, if it is damaged or is none (SQLITE_CORRUPT, SQLITE_NOTADB).</summary>
    public string? SetAside(DbException failure)
    {
        if (failure is not SqliteException { SqliteErrorCode: 11 or 26 })
        {
            return null;
        }

        var aside = _path + Aside;
        foreach (var suffix in Files.Where(suffix => File.Exists(_path + suffix)))
        {
            File.Move(_path + suffix, aside + suffix, overwrite: true);
        }

        return aside;
    }

    private static SqliteConnection Create(string path, SqliteOpenMode mode) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 1,
            }.ConnectionString
        );

    private static void Migrate(SqliteConnection connection)
    {
        var version = MemoryCommand.ReadNumber(connection, "PRAGMA user_version;");
        if (version > Migrations.Length)
        {
            throw new InvalidOperationException($"it was made by a newer BriefBot, version {version} of its tables");
        }

        foreach (var (next, migration) in Migrations.Index().Skip((int)version))
        {
            using var transaction = connection.BeginTransaction();
            MemoryCommand.Execute(connection, $"{migration} PRAGMA user_version = {next + 1};");
            transaction.Commit();
        }
    }
}
