using System.Text;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

/// <summary>What every database of the store must do.</summary>
public abstract class AnswerStoreContract : IDisposable
{
    private protected static readonly MessageKey Key = new("web", "talk", "a1", "1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly CollectingLogger<DatabaseAnswerStore> _log = new();
    private readonly MemoryOptions _options = new();
    private readonly AuthorHash _authors = AuthorHash.Random();

    private protected FakeTimeProvider Time => _time;

    private protected CollectingLogger<DatabaseAnswerStore> Log => _log;

    private protected MemoryOptions Settings => _options;

    /// <summary>Opens the database of the test, the same each time.</summary>
    private protected abstract IMemoryDatabase Database();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing) { }

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
    public void TheSettingsOfAServerAreKeptOverARestartAndWithoutEnd()
    {
        var set = new SettingsChange.Channel(new NamedId("10", "#help"), ListenTo.Everything, null);
        var allow = new SettingsChange.Allow(null, new NamedId("20", "@team"), null);
        Restarted(store => new ServerSettingsCache(Time, store).Change("discord", "1", set));
        Restarted(store => new ServerSettingsCache(Time, store).Change("discord", "1", allow));
        Time.Advance(TimeSpan.FromDays(Settings.RetentionDays + 1));
        Restarted(store =>
        {
            var kept = new ServerSettingsCache(Time, store).Find("discord", "1");
            Assert.Equal(new ChannelSettings(set.Place, ListenTo.Everything, null), Assert.Single(kept.Channels));
            Assert.Equal("@team", Assert.Single(kept.Roles).Name);
            Assert.Equal(ServerSettings.Empty, new ServerSettingsCache(Time, store).Find("discord", "2"));
        });
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
            replies.Add(
                await new RepeatedMessages(responder, TimeProvider.System, store, _authors)
                    .Respond(Some.Message("What is so?", id: "1"), begins: false)
                    .Last
            );
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
    public void WhatWasNotAnsweredForSureOrVotedDownIsUnanswered()
    {
        Restarted(store =>
        {
            store.Record(Asked("grounded", "grounded"));
            store.Record(Asked("perhaps", "perhaps"));
            store.Record(Asked("not_found", "not_found"));
            store.Record(Asked("liked", "grounded"));
            store.Record(Asked("an editor's trial", "tried"));
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

    [Fact]
    public void AnAnswerIsFoundWithItsEvidenceAndVotes()
    {
        var answer = ScriptedAnswerer.Grounded("So it is.") with
        {
            Model = new ModelUse(ModelOutcome.Answered) { PromptVersion = "p1", Drafts = [new ModelDraft("It was.", "date")] },
            Considered = [new ScoredPassage("bridge.md", "One", "abc", 1.5, "So it is.")],
        };
        Restarted(store =>
        {
            store.Record(Asked("1", "grounded") with { PromptTokens = 70, ReplyTokens = 8, Recorded = RecordedAnswer.Create(answer) });
            store.Vote("1", "a1", new Vote(IsUp: true, null));
            store.Vote("1", "a2", new Vote(IsUp: false, VoteReason.Wrong));
        });
        Restarted(store =>
        {
            var found = store.Find("1")!;
            Assert.Equal(("Where is the zeppelin?", "1.2.3", 1, 1), (found.Text, found.Version, found.Up, found.Down));
            Assert.Equal((70, 8), (found.PromptTokens, found.ReplyTokens));
            Assert.Equal(answer.Considered, found.Recorded!.Passages);
            Assert.Equal(answer.Model.Drafts, found.Recorded.Drafts);
            Assert.Equal(answer.Text, Assert.IsType<Answer.Grounded>(found.Recorded.Answer).Text);
            Assert.Equal("p1", found.Recorded.Answer.Model!.PromptVersion);
            Assert.Null(store.Find("2"));
        });
    }

    [Fact]
    public void AnswersThatCiteAnArticleAreFoundUntilTheyAreMarked()
    {
        var answer = RecordedAnswer.Create(ScriptedAnswerer.Grounded("So it is."));
        var path = Assert.Single(answer.CitedPaths);
        Restarted(store => store.Record(Asked("1", "grounded") with { Recorded = answer }));
        Restarted(store =>
        {
            Assert.Equal("1", Assert.Single(store.FindCiting(path, _time.GetUtcNow().AddDays(-1))).Id);
            Assert.Empty(store.FindCiting(path, _time.GetUtcNow().AddDays(1)));
            Assert.Empty(store.FindCiting("other.md", _time.GetUtcNow().AddDays(-1)));
            store.MarkChanged("1");
        });
        Restarted(store =>
        {
            Assert.Empty(store.FindCiting(path, _time.GetUtcNow().AddDays(-1)));
            Assert.Equal(_time.GetUtcNow(), store.Find("1")!.ChangedAt);
        });
    }

    [Fact]
    public void AClosedQuestionIsUnansweredAgainOnlyWhenItIsVotedDownLater()
    {
        Restarted(store =>
        {
            store.Record(Asked("1", "not_found"));
            store.Close("1");
        });
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
        _time.Advance(TimeSpan.FromMinutes(1));
        Restarted(store => store.Vote("1", "a1", new Vote(IsUp: false, VoteReason.Wrong)));
        Restarted(store => Assert.Single(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
    }

    [Fact]
    public void AnAnswerThatWasVotedDownIsNoGapOnceItsSourceHasChanged()
    {
        Restarted(store =>
        {
            store.Record(Asked("1", "grounded"));
            store.Vote("1", "a1", new Vote(IsUp: false, VoteReason.Outdated));
        });
        Restarted(store => Assert.Single(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
        _time.Advance(TimeSpan.FromMinutes(1));
        Restarted(store => store.MarkChanged("1"));
        Restarted(store => Assert.Empty(store.FindUnanswered(_time.GetUtcNow().AddDays(-1))));
    }

    [Fact]
    public void AClaimThatWasTakenBackMayBeMadeAgain() =>
        Restarted(store =>
        {
            Assert.True(store.TryClaim(Key));
            store.Release(Key);
            Assert.True(store.TryClaim(Key));
            store.Complete(Key, "r", null);
            store.Flush();
            store.Release(Key);
            Assert.False(store.TryClaim(Key));
        });

    [Fact]
    public void EverythingOfAnAuthorIsForgottenAndNothingOfOthers()
    {
        var (ann, bob) = (
            Some.Message("Where is the zeppelin?", id: "1") with
            {
                Author = "ann",
            },
            Some.Message("When did it open?", id: "2") with
            {
                Author = "bob",
            }
        );
        Restarted(store =>
        {
            foreach (var message in new[] { ann, bob })
            {
                var hash = _authors.Compute(message.Network, message.Author);
                Conversations(store).Remember(message, Turn(message));
                store.Record(Asked(message.Id, "grounded") with { Author = hash });
                store.Vote(message.Id, hash, new Vote(IsUp: true, null));
                store.Complete(new MessageKey(message.Network, "", "", message.Id), message.Id, null);
            }
        });
        using (var connection = Database().Open())
        {
            var deleted = AuthorRecords.Delete(connection, _authors.Compute(ann.Network, ann.Author));
            Assert.Equal((1, 1, 1), (deleted.Answers, deleted.Messages, deleted.Votes));
        }

        Restarted(store =>
        {
            Assert.Null(store.Find("1"));
            Assert.Equal(1, store.Find("2")!.Up);
            Assert.Empty(Conversations(store).Before(Some.Message("And?", id: "3") with { Author = "ann" }));
            Assert.Single(Conversations(store).Before(Some.Message("And?", id: "3") with { Author = "bob" }));
        });
    }

    private protected string Hash(IncomingMessage message) => _authors.Compute(message.Network, message.Author);

    private protected AskedQuestion Asked(string id, string outcome) =>
        new(id, _time.GetUtcNow(), "web", "a1", "Where is the zeppelin?", outcome, "a.md");

    private protected static Turn Turn(IncomingMessage message) =>
        new()
        {
            MessageId = message.Id,
            Author = message.Author,
            IsPrivate = message.IsPrivate,
            ReplyId = "r",
            Asked = PreviousQuestion.Create(message.Text, ScriptedAnswerer.Grounded("So it is.")),
        };

    private protected DatabaseAnswerStore Open() => new(Database(), "1.2.3", _options, _time, _log);

    private protected Conversations Conversations(IAnswerStore store) => new(Options.Create(new ChatOptions()), store, _authors);

    /// <summary>Uses the store in a process of its own.</summary>
    private protected void Restarted(Action<DatabaseAnswerStore> use)
    {
        using var store = Open();
        use(store);
    }
}
