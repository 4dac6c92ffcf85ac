using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Opens the database of the store and brings its tables up to date.</summary>
internal static class MemoryDatabase
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
    ];

    /// <summary>Opens the database, which is created where there is none.</summary>
    /// <exception cref="SqliteException">It can't be opened or written, or is damaged (<see cref="IsDamage"/>).</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 2,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            Execute(
                connection,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000; PRAGMA secure_delete = ON;"
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
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
    /// <exception cref="SqliteException">It can't be opened, or is damaged.</exception>
    public static SqliteConnection OpenToRead(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = 2,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    /// <summary>Returns whether the exception means a damaged database, or a file that is none (SQLITE_CORRUPT, SQLITE_NOTADB).</summary>
    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is 11 or 26;

    /// <summary>Moves a damaged database aside, replacing an earlier one. Returns the new path.</summary>
    /// <exception cref="IOException">It can't be moved.</exception>
    public static string SetAside(string path)
    {
        var aside = path + ".damaged";
        foreach (var suffix in Files.Where(suffix => File.Exists(path + suffix)))
        {
            File.Move(path + suffix, aside + suffix, overwrite: true);
        }

        return aside;
    }

    /// <summary>Executes statements without parameters.</summary>
    public static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this namespace.
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var asked = connection.CreateCommand();
        asked.CommandText = "PRAGMA user_version;";
        var version = Convert.ToInt32(asked.ExecuteScalar(), CultureInfo.InvariantCulture);
        foreach (var (next, migration) in Migrations.Index().Skip(version))
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, $"{migration} PRAGMA user_version = {(next + 1).ToString(CultureInfo.InvariantCulture)};");
            transaction.Commit();
        }
    }
}
