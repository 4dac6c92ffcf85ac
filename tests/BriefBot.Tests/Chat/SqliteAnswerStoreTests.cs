using System.Text;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class SqliteAnswerStoreTests : AnswerStoreContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override IMemoryDatabase Database() => new SqliteDatabase(_folder.Path);

    protected override void Dispose(bool isDisposing)
    {
        _folder.Dispose();
        base.Dispose(isDisposing);
    }

    [Fact]
    public void NoAuthorStandsInTheFileAndWithoutQuestionsNoWords()
    {
        Settings.Questions = false;
        var message = Some.Message("Where is the zeppelin?", id: "1") with { Author = "hidden-author" };
        Restarted(store =>
        {
            Conversations(store).Remember(message, Turn(message));
            store.Complete(Key, "r", Some.Reply(ScriptedAnswerer.Grounded("In the zeppelin hall.")));
        });
        Assert.Equal([false, false], [Holds("zeppelin"), Holds("hidden-author")]);
        Restarted(store => Assert.False(store.TryClaim(Key)));
        Settings.Questions = true;
        Restarted(store => Conversations(store).Remember(message, Turn(message)));
        Assert.Equal([true, false], [Holds("zeppelin"), Holds("hidden-author")]);
    }

    [Fact]
    public void OfAForgottenAuthorNoWordStandsInTheFile()
    {
        var message = Some.Message("Where is the zeppelin?", id: "1") with { Author = "ann" };
        Restarted(store =>
        {
            Conversations(store).Remember(message, Turn(message));
            store.Record(Asked("r", "grounded") with { Author = Hash(message) });
            store.Complete(
                new MessageKey("web", "c", Hash(message), "1"),
                "r",
                Some.Reply(ScriptedAnswerer.Grounded("In the zeppelin hall."))
            );
        });
        Assert.True(Holds("zeppelin"));
        using (var connection = Database().Open())
        {
            AuthorRecords.Delete(connection, Hash(message));
        }

        Assert.False(Holds("zeppelin"));
    }

    [Fact]
    public void AFileOfANewerVersionIsLeftAsItIs()
    {
        Restarted(store => Assert.True(store.TryClaim(Key)));
        using (var connection = Database().Open())
        {
            MemoryCommand.Execute(connection, "PRAGMA user_version = 99;");
        }

        Restarted(store =>
        {
            Assert.NotNull(store.Problem);
            Assert.True(store.TryClaim(Key with { Id = "2" }));
        });
        var refused = Assert.Throws<InvalidOperationException>(() => SqliteDatabase.OpenToRead(_folder["memory.db"]));
        Assert.Contains("newer BriefBot", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsDeletedWhileItIsUsedIsMadeAgain()
    {
        using var store = Open();
        Assert.True(store.TryClaim(Key));
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.Delete(file);
        }

        Assert.True(store.TryClaim(Key with { Id = "2" }));
        Assert.True(File.Exists(_folder["memory.db"]));
        Restarted(next => Assert.True(next.TryClaim(Key with { Id = "3" })));
    }

    [Fact]
    public void AFileThatWasSetAsideIsDeletedWithWhatIsTooOld()
    {
        File.WriteAllText(_folder["memory.db.damaged"], "Where is the zeppelin?");
        File.SetLastWriteTimeUtc(_folder["memory.db.damaged"], Time.GetUtcNow().AddDays(-89).UtcDateTime);
        Restarted(_ => Assert.True(Holds("zeppelin")));
        Time.Advance(TimeSpan.FromDays(2));
        Restarted(_ => Assert.False(Holds("zeppelin")));
    }

    [Fact]
    public void AVoteIsKeptWhileTheFileCannotBeReadAndWrittenLater()
    {
        Restarted(store => store.Record(Asked("1", "grounded")));
        File.Move(_folder["memory.db"], _folder["elsewhere"]);
        Directory.CreateDirectory(_folder["memory.db"]);
        using (var store = Open())
        {
            Assert.True(store.Vote("1", "a1", new Vote(IsUp: false, null)));
            Directory.Delete(_folder["memory.db"]);
            File.Move(_folder["elsewhere"], _folder["memory.db"]);
            Time.Advance(TimeSpan.FromSeconds(6));
            Assert.Equal(1, store.Find("1")!.Down);
        }
    }

    [Fact]
    public void ADamagedFileIsSetAside()
    {
        File.WriteAllText(_folder["memory.db"], "This is no database. " + Some.Words(500));
        Restarted(store => Assert.True(store.TryClaim(Key)));
        Assert.True(File.Exists(_folder["memory.db.damaged"]));
        Restarted(store => Assert.Null(store.Problem));
        Assert.Contains(
            Log.Messages,
            message => message.StartsWith("Error: ", StringComparison.Ordinal) && message.Contains("was moved to", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void WhileItCannotBeWrittenChangesAreKeptAndWrittenLater()
    {
        Directory.CreateDirectory(_folder["memory.db"]);
        var message = Some.Message("When did it open?", id: "1");
        using (var store = Open())
        {
            Assert.Equal(BotTexts.MemoryNotWritten, store.Problem);
            Assert.Equal([true, false], [store.TryClaim(Key), store.TryClaim(Key)]);
            Conversations(store).Remember(message, Turn(message));
            Assert.Single(Conversations(store).Before(Some.Message("And?", id: "2")));
            Directory.Delete(_folder["memory.db"]);
            Time.Advance(TimeSpan.FromSeconds(5));
            Assert.Null(store.Problem);
        }

        Restarted(store => Assert.Single(Conversations(store).Before(Some.Message("And?", id: "2"))));
        Assert.Single(Log.Messages, entry => entry.StartsWith("Error: ", StringComparison.Ordinal));
    }

    private bool Holds(string text) =>
        Directory.GetFiles(_folder.Path).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
