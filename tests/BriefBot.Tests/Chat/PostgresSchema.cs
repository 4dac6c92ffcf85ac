using BriefBot.Service.Chat.Memory;
using Npgsql;

namespace BriefBot.Tests.Chat;

/// <summary>
/// A schema of its own in the PostgreSQL server for tests, which <c>deploy/try-postgres</c> starts; skips where there is none.
/// </summary>
internal sealed class PostgresSchema : IDisposable, IAsyncDisposable
{
    private const string Variable = "BRIEFBOT_TEST_POSTGRES";

    private readonly string _server;
    private readonly string _name = $"test_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";

    private PostgresSchema(string server)
    {
        _server = server;
        Run($"CREATE SCHEMA {_name}");
        Connection = new NpgsqlConnectionStringBuilder(server) { SearchPath = _name }.ConnectionString;
    }

    /// <summary>The connection string.</summary>
    public string Connection { get; }

    public static PostgresSchema Create()
    {
        var server = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipWhen(server.Length == 0, $"{Variable} names no PostgreSQL server.");
        return new PostgresSchema(server);
    }

    public static Task<PostgresSchema> CreateAsync() => Task.FromResult(Create());

    public long Count(string query)
    {
        using var connection = new NpgsqlConnection(Connection);
        connection.Open();
        return MemoryCommand.ReadNumber(connection, query);
    }

    public void Dispose() => Run($"DROP SCHEMA {_name} CASCADE");

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run(string statement)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        MemoryCommand.Execute(connection, statement);
    }
}
