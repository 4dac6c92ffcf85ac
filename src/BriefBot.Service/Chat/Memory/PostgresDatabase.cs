using System.Data.Common;
using Npgsql;

namespace BriefBot.Service.Chat.Memory;

/// <summary>A database of a PostgreSQL server, which several processes may share.</summary>
internal sealed class PostgresDatabase : IMemoryDatabase
{
    /// <summary>Seconds to wait for a connection, and for a command.</summary>
    private const int TimeoutSeconds = 2;

    /// <summary>Number of the advisory lock under which one process at a time changes the tables.</summary>
    private const long MigrationLock = 5_080_231_401;

    /// <summary>The statements that lead from one version of the tables to the next. Only ever added to.</summary>
    private static readonly string[] Migrations =
    [
        """
            CREATE TABLE messages (
                network TEXT NOT NULL, place TEXT NOT NULL, author TEXT NOT NULL, id TEXT NOT NULL,
                owner TEXT NOT NULL, at BIGINT NOT NULL, reply_id TEXT, reply BYTEA,
                PRIMARY KEY (network, place, author, id));
            CREATE INDEX messages_at ON messages (at);
            CREATE TABLE turns (
                network TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, at BIGINT NOT NULL, turns BYTEA NOT NULL,
                PRIMARY KEY (network, place, name));
            CREATE INDEX turns_at ON turns (at);
            CREATE TABLE answers (
                id TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, network TEXT NOT NULL, author TEXT NOT NULL,
                question TEXT NOT NULL, outcome TEXT NOT NULL, closest TEXT,
                prompt_tokens BIGINT NOT NULL DEFAULT 0, reply_tokens BIGINT NOT NULL DEFAULT 0,
                version TEXT, content BYTEA, changed BIGINT, closed BIGINT);
            CREATE INDEX answers_at ON answers (at);
            CREATE INDEX answers_author ON answers (author);
            CREATE TABLE votes (
                answer TEXT NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL, up BIGINT NOT NULL, reason TEXT,
                PRIMARY KEY (answer, author));
            CREATE TABLE cited (
                path TEXT NOT NULL, answer TEXT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY (path, answer));
            CREATE TABLE processes (owner TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL);
            """,
        """
            CREATE TABLE passed (
                network TEXT NOT NULL, post TEXT NOT NULL, answer TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
                message TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (network, post));
            """,
        """
            CREATE TABLE waiting (
                network TEXT NOT NULL, answer TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT,
                message TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (network, answer, message));
            CREATE INDEX waiting_answer ON waiting (answer);
            """,
        """
            CREATE TABLE servers (
                network TEXT NOT NULL, server TEXT NOT NULL, settings BYTEA NOT NULL, PRIMARY KEY (network, server));
            """,
        "ALTER TABLE votes ADD COLUMN comment TEXT;",
    ];

    private readonly string _connection;

    /// <param name="connection">The connection string; a secret.</param>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public PostgresDatabase(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection)
        {
            Timeout = TimeoutSeconds,
            CommandTimeout = TimeoutSeconds,
            Pooling = false,
        };
        (_connection, Name) = (parts.ConnectionString, $"PostgreSQL {parts.Host}/{parts.Database}");
    }

    /// <summary>Returns whether a text is a connection string.</summary>
    public static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    public string Name { get; }

    public bool IsShared => true;

    public DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connection);
        try
        {
            connection.Open();
            Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public string? SetAside(DbException failure) => null;

    private static void Migrate(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        MemoryCommand.Execute(
            connection,
            $"SELECT pg_advisory_xact_lock({MigrationLock}); CREATE TABLE IF NOT EXISTS briefbot_version (version BIGINT NOT NULL);"
        );
        var version = MemoryCommand.ReadNumber(connection, "SELECT COALESCE(MAX(version), 0) FROM briefbot_version");
        if (version > Migrations.Length)
        {
            throw new InvalidOperationException($"it was made by a newer BriefBot, version {version} of its tables");
        }

        foreach (var (next, migration) in Migrations.Index().Skip((int)version))
        {
            MemoryCommand.Execute(connection, $"{migration} INSERT INTO briefbot_version VALUES ({next + 1});");
        }

        transaction.Commit();
    }
}
