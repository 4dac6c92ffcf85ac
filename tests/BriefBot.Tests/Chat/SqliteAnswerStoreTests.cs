using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

public sealed class SqliteAnswerStoreTests : IDisposable
{
    private static readonly MessageKey Key = new("web", "talk", "a1", "1");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly CollectingLogger<SqliteAnswerStore> _log = new();
    private readonly MemoryOptions _options = new();
    private readonly AuthorHash _authors = AuthorHash.Random();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AReplyIsTheSameAfterARestart()
    {
        var reply = Some.Reply(
            ScriptedAnswerer.Grounded("So it is.", new Highlight(0, 2)) with
            {
                Composer = AnswerSource.Model,
                Model = new ModelUse(ModelOutcome.Answered) { Dropped = new Dictionary<string, int> { ["date"] = 2 } },
                SeeAlso = [new NearMiss("b.md", "B", "One › Two", "Words.")],
            }
        );
        Restarted(store => store.Complete(Key, "r", reply));
        Restarted(store => Assert.Equal(WebWriter.Write(reply), WebWriter.Write(store.FindReply(Key)!)));
        Restarted(store => Assert.Null(store.FindReply(Key with { Author = "another" })));
    }

    [Fact]
    public void ARefusalIsTheSameAfterARestart()
    {
        var reply = Some.Reply(
            new Answer.NotFound
            {
                Reason = "No.",
                Closest = [new NearMiss("b.md", "B", "", "Words.")],
                Confidence = 0.1,
            }
        );
        Restarted(store => store.Complete(Key, "r", reply));
        Restarted(store => Assert.Equal(WebWriter.Write(reply), WebWriter.Write(store.FindReply(Key)!)));
    }

    [Fact]
    public async Task AMessageThatIsSentAgainAfterARestartGetsTheSameReplyAndIsNotAskedAgain()
    {
        var responder = new ScriptedResponder(Some.Reply(ScriptedAnswerer.Grounded("So.")));
        var replies = new List<Reply>();
        for (var i = 0; i < 2; i++)
        {
            using var store = Open();
            replies.Add(await new RepeatedMessages(responder, store, _authors).Respond(Some.Message("What is so?", id: "1")).Last);
        }

        Assert.Equal(1, responder.Asked);
        Assert.Equal(WebWriter.Write(replies[0]), WebWriter.Write(replies[1]));
    }

    [Fact]
    public void AConversationGoesOnAfterARestart()
    {
        var message = Some.Message("When did it open?", id: "1");
        Restarted(store => Conversations(store).Remember(message, Turn(message)));
        Restarted(store =>
        {
            var before = Assert.Single(Conversations(store).Before(Some.Message("And when did it close?", id: "2")));
            Assert.Equal(("When did it open?", "1"), (before.Asked.Text, before.MessageId));
        });
    }

    [Fact]
    public void OfAMessageThatNothingCanFollowNoTurnIsStored()
    {
        var message = Some.Message("When did it open?", id: "1") with { IsStandalone = true };
        Restarted(store => Conversations(store).Remember(message, Turn(message)));
        Restarted(store => Assert.Empty(store.FindTurns(message.Network, message.Thread ?? message.Channel)));
    }

    [Fact]
    public void APrivateTurnIsStillKnownToItsAuthorAloneAfterARestart()
    {
        var message = Some.Message("A secret?", id: "1") with { Author = "ann", IsPrivate = true };
        Restarted(store =>
        {
            var conversations = Conversations(store);
            conversations.Remember(message, Turn(message));
            conversations.Sent(message, "reply");
        });
        var asks = Some.Message("And?", id: "2") with { RepliesTo = "reply", IsPrivate = true };
        Restarted(store => Assert.Empty(Conversations(store).Before(asks with { Author = "bob" })));
        Restarted(store => Assert.Single(Conversations(store).Before(asks with { Author = "ann" })));
    }

    [Fact]
    public void AQuestionThatWasTakenBackIsForgottenAfterARestartToo()
    {
        var message = Some.Message("When did it open?", id: "1");
        Restarted(store => Conversations(store).Remember(message, Turn(message)));
        Restarted(store => Conversations(store).Forget(message));
        Restarted(store => Assert.Empty(Conversations(store).Before(Some.Message("And when did it close?", id: "2"))));
    }

    [Fact]
    public void AMessageIsClaimedOnceAndByTheNextProcessOnlyIfItWasNotRepliedTo()
    {
        Restarted(store => Assert.Equal([true, false], [store.TryClaim(Key), store.TryClaim(Key)]));
        Restarted(store =>
        {
            Assert.True(store.TryClaim(Key));
            store.Complete(Key, "r", null);
        });
        Restarted(store => Assert.False(store.TryClaim(Key)));
    }

    [Fact]
    public void NoAuthorStandsInTheFileAndWithoutQuestionsNoWords()
    {
        _options.Questions = false;
        var message = Some.Message("Where is the zeppelin?", id: "1") with { Author = "hidden-author" };
        Restarted(store =>
        {
            Conversations(store).Remember(message, Turn(message));
            store.Complete(Key, "r", Some.Reply(ScriptedAnswerer.Grounded("In the zeppelin hall.")));
        });
        Assert.Equal([false, false], [Holds("zeppelin"), Holds("hidden-author")]);
        Restarted(store => Assert.False(store.TryClaim(Key)));
        _options.Questions = true;
        Restarted(store => Conversations(store).Remember(message, Turn(message)));
        Assert.Equal([true, false], [Holds("zeppelin"), Holds("hidden-author")]);
    }

    [Fact]
    public void WhatIsOlderThanItIsKeptIsDeleted()
    {
        var message = Some.Message("When did it open?", id: "1");
        Restarted(store =>
        {
            Conversations(store).Remember(message, Turn(message));
            store.Complete(Key, "r", Some.Reply(ScriptedAnswerer.Grounded("So.")));
        });
        _time.Advance(TimeSpan.FromDays(91));
        Restarted(store =>
        {
            Assert.Null(store.FindReply(Key));
            Assert.Empty(Conversations(store).Before(Some.Message("And?", id: "2")));
        });
    }

    [Fact]
    public void ADamagedFileIsSetAside()
    {
        File.WriteAllText(_folder["memory.db"], "This is no database. " + Some.Words(500));
        Restarted(store => Assert.True(store.TryClaim(Key)));
        Assert.True(File.Exists(_folder["memory.db.damaged"]));
        Restarted(store => Assert.Null(store.Problem));
        Assert.Contains(
            _log.Messages,
            message =>
                message.StartsWith("Error: ", StringComparison.Ordinal) && message.Contains("was set aside", StringComparison.Ordinal)
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
            _time.Advance(TimeSpan.FromSeconds(5));
            Assert.Null(store.Problem);
        }

        Restarted(store => Assert.Single(Conversations(store).Before(Some.Message("And?", id: "2"))));
        Assert.Single(_log.Messages, entry => entry.StartsWith("Error: ", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatWasNotAnsweredForSureOrVotedDownIsUnanswered()
    {
        Restarted(store =>
        {
            store.Record(Asked("grounded", "grounded"));
            store.Record(Asked("perhaps", "perhaps"));
            store.Record(Asked("not_found", "not_found"));
            store.Record(Asked("liked", "grounded"));
            Assert.True(store.Vote("grounded", "a1", new Vote(IsUp: false, VoteReason.Outdated)));
            Assert.True(store.Vote("liked", "a1", new Vote(IsUp: true, null)));
            Assert.False(store.Vote("unknown", "a1", new Vote(IsUp: true, null)));
        });
        Restarted(store =>
            Assert.Equal(
                ["grounded", "not_found", "perhaps"],
                store.FindUnanswered(_time.GetUtcNow().AddDays(-1)).Select(asked => asked.Id).Order()
            )
        );
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(1))));
    }

    [Fact]
    public void ALaterVoteOfTheSamePersonTakesThePlaceOfTheEarlier()
    {
        Restarted(store =>
        {
            store.Record(Asked("1", "grounded"));
            store.Vote("1", "a1", new Vote(IsUp: false, VoteReason.Wrong));
        });
        Restarted(store => store.Vote("1", "a1", new Vote(IsUp: true, null)));
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
    }

    [Fact]
    public void AnAnswerOfAModelTakesThePlaceOfTheFirst()
    {
        Restarted(store => store.Record(Asked("1", "not_found")));
        Restarted(store => store.Record(Asked("1", "grounded")));
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
    }

    [Fact]
    public void WithoutQuestionsNoneIsRecorded()
    {
        _options.Questions = false;
        Restarted(store => store.Record(Asked("1", "not_found")));
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
    }

    private AskedQuestion Asked(string id, string outcome) =>
        new(id, _time.GetUtcNow(), "web", "a1", "Where is the zeppelin?", outcome, "a.md");

    private static Turn Turn(IncomingMessage message) =>
        new()
        {
            MessageId = message.Id,
            Author = message.Author,
            IsPrivate = message.IsPrivate,
            ReplyId = "r",
            Asked = PreviousQuestion.Create(message.Text, ScriptedAnswerer.Grounded("So it is.")),
        };

    private SqliteAnswerStore Open() => new(_folder.Path, _options, _time, _log);

    private Conversations Conversations(IAnswerStore store) => new(Options.Create(new ChatOptions()), store, _authors);

    /// <summary>Uses the store in a process of its own.</summary>
    private void Restarted(Action<SqliteAnswerStore> use)
    {
        using var store = Open();
        use(store);
    }

    private bool Holds(string text) =>
        Directory.GetFiles(_folder.Path).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
