using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

/// <summary>The store in PostgreSQL; skipped where no server is given.</summary>
public sealed class PostgresAnswerStoreTests : AnswerStoreContract
{
    private readonly PostgresSchema? _schema;

    public PostgresAnswerStoreTests() => _schema = PostgresSchema.Create();

    private protected override IMemoryDatabase Database() => new PostgresDatabase(_schema!.Connection);

    protected override void Dispose(bool isDisposing)
    {
        _schema?.Dispose();
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
        var replying = new RepeatedMessages(first, TimeProvider.System, one, authors).Respond(message, begins: false).Last;
        var waiting = new RepeatedMessages(second, TimeProvider.System, other, authors).Respond(message, begins: false).Last;
        answered.SetResult(reply);
        Assert.Equal(WebWriter.Write(reply), WebWriter.Write(await replying));
        one.Flush();
        Assert.Equal(WebWriter.Write(reply), WebWriter.Write(await waiting));
        Assert.Equal((1, 0), (first.Asked, second.Asked));
    }
}
