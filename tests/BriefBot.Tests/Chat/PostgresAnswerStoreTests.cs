using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BriefBot.Tests.Chat;

/// <summary>The store in PostgreSQL; skipped where no server is given.</summary>
public sealed class PostgresAnswerStoreTests : AnswerStoreContract
{
    /// <summary>The environment variable with the connection string of a server for tests, as <c>deploy/try-postgres</c> sets it.</summary>
    private const string Variable = "BRIEFBOT_TEST_POSTGRES";

    private readonly string _connection;
    private readonly string _schema = $"test_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";

    public PostgresAnswerStoreTests()
    {
        _connection = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipWhen(_connection.Length == 0, $"{Variable} names no PostgreSQL server.");
        Run($"CREATE SCHEMA {_schema}");
    }

    private protected override IMemoryDatabase Database() =>
        new PostgresDatabase(new NpgsqlConnectionStringBuilder(_connection) { SearchPath = _schema }.ConnectionString);

    protected override void Dispose(bool isDisposing)
    {
        if (_connection.Length > 0)
        {
            Run($"DROP SCHEMA {_schema} CASCADE");
        }

        base.Dispose(isDisposing);
    }

    [Fact]
    public void AMessageIsClaimedByOneOfTwoLivingProcesses()
    {
        using var one = Open();
        using var other = Open();
        Assert.Equal([true, false], [one.TryClaim(Key), other.TryClaim(Key)]);
    }

    [Fact]
    public void AMessageOfAProcessThatIsGoneIsClaimedByAnother()
    {
        using var gone = Open();
        Assert.True(gone.TryClaim(Key));
        var later = new FakeTimeProvider(Time.GetUtcNow().AddMinutes(1));
        using var next = new DatabaseAnswerStore(Database(), "1.2.3", Settings, later, Log);
        Assert.True(next.TryClaim(Key));
        Assert.False(gone.TryClaim(Key));
    }

    [Fact]
    public async Task AMessageThatTwoProcessesGetIsAnsweredOnceAndBothGiveTheSameReply()
    {
        using var one = Open();
        using var other = Open();
        var answered = new TaskCompletionSource<Reply>();
        var authors = AuthorHash.Random();
        var reply = Some.Reply(ScriptedAnswerer.Grounded("So."));
        var first = new ScriptedResponder(reply) { Says = () => answered.Task };
        var second = new ScriptedResponder(reply);
        var message = Some.Message("What is so?", id: "1");
        var replying = new RepeatedMessages(first, TimeProvider.System, one, authors).Respond(message).Last;
        var waiting = new RepeatedMessages(second, TimeProvider.System, other, authors).Respond(message).Last;
        answered.SetResult(reply);
        Assert.Equal(WebWriter.Write(reply), WebWriter.Write(await replying));
        one.Flush();
        Assert.Equal(WebWriter.Write(reply), WebWriter.Write(await waiting));
        Assert.Equal((1, 0), (first.Asked, second.Asked));
    }

    private void Run(string statement)
    {
        using var connection = new NpgsqlConnection(_connection);
        connection.Open();
        MemoryCommand.Execute(connection, statement);
    }
}
