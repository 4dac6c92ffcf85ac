using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Chat;

/// <summary>What is before a message: whose turns, in which place, seen by whom.</summary>
public sealed class ConversationsTests
{
    private readonly ChatOptions _options = new() { RememberedQuestions = 3 };
    private readonly Lazy<Conversations> _conversations;
    private int _ids;

    public ConversationsTests() => _conversations = new Lazy<Conversations>(() => new Conversations(Options.Create(_options)));

    [Fact]
    public void PeopleInOneChannelShareNone()
    {
        Ask("one?", "ann");
        Ask("two?", "bob");
        Assert.Equal(["one?"], Before("ann"));
        Assert.Equal(["two?"], Before("bob"));
        Assert.Empty(Before("cleo"));
    }

    [Fact]
    public void PeopleInOneThreadShareIt()
    {
        Ask("one?", "ann", thread: "t");
        Ask("two?", "bob", thread: "t");
        Assert.Equal(["one?", "two?"], Before("cleo", thread: "t"));
        Assert.Empty(Before("ann"));
    }

    [Fact]
    public void WhoRepliesGoesOnFromWhatWasRepliedTo()
    {
        var first = Ask("one?", "ann");
        _conversations.Value.Sent(first, "reply-1");
        Ask("two?", "ann");
        Assert.Equal(["one?"], Before("bob", repliesTo: "reply-1"));
        Assert.Equal(["one?"], Before("bob", repliesTo: first.Id));
        Assert.Equal(["one?", "two?"], Before("ann"));
        var second = Ask("three?", "bob", repliesTo: "reply-1");
        _conversations.Value.Sent(second, "reply-2");
        Assert.Equal(["one?", "three?"], Before("cleo", repliesTo: "reply-2"));
        Assert.Equal(["one?", "two?"], Before("ann"));
    }

    [Fact]
    public void WhoRepliesToWhatIsNotKnownGoesOnAlone()
    {
        Ask("one?", "ann");
        Assert.Equal(["one?"], Before("ann", repliesTo: "long ago"));
        Assert.Empty(Before("bob", repliesTo: "long ago"));
    }

    [Fact]
    public void AReplyInAnotherPlaceKnowsNothingOfIt()
    {
        _conversations.Value.Sent(Ask("one?", "ann"), "reply-1");
        Assert.Empty(_conversations.Value.Before(Message("bob", repliesTo: "reply-1") with { Channel = "another" }));
        Assert.Empty(_conversations.Value.Before(Message("bob", repliesTo: "reply-1") with { Network = "another" }));
    }

    [Fact]
    public void WhatOnlyItsAuthorSawIsBeforeNothingThatOthersSee()
    {
        _conversations.Value.Sent(Ask("secret?", "ann", isPrivate: true), "reply-1");
        Ask("secret in the thread?", "ann", thread: "t", isPrivate: true);
        Assert.Empty(Before("ann"));
        Assert.Empty(Before("ann", thread: "t"));
        Assert.Empty(Before("ann", repliesTo: "reply-1"));
        Assert.Empty(Before("bob", repliesTo: "reply-1", isPrivate: true));
        Assert.Equal(["secret?"], Before("ann", repliesTo: "reply-1", isPrivate: true));
        Assert.Equal(["secret?"], Before("ann", isPrivate: true));
    }

    [Fact]
    public void APrivateReplyToWhatAllSawStaysPrivate()
    {
        _conversations.Value.Sent(Ask("one?", "ann"), "reply-1");
        _conversations.Value.Sent(Ask("secret?", "bob", repliesTo: "reply-1", isPrivate: true), "reply-2");
        Assert.Equal(["one?"], Before("cleo", repliesTo: "reply-1"));
        Assert.Empty(Before("cleo", repliesTo: "reply-2"));
        Assert.Empty(Before("bob"));
    }

    [Fact]
    public void AnEditedQuestionKeepsItsPlace()
    {
        Ask("one?", "ann");
        var second = Ask("twp?", "ann");
        Ask("three?", "ann");
        Assert.Equal(["one?"], _conversations.Value.Before(second).Select(turn => turn.Asked.Text));
        Remember(second, "two?");
        Assert.Equal(["one?", "two?", "three?"], Before("ann"));
        Assert.Equal(["one?"], _conversations.Value.Before(second).Select(turn => turn.Asked.Text));
    }

    [Fact]
    public void NothingLeansOnAQuestionThatWasTakenBack()
    {
        var first = Ask("one?", "ann");
        var second = Ask("two?", "ann");
        _conversations.Value.Sent(second, "reply-2");
        _conversations.Value.Forget(first);
        Assert.Equal(["two?"], Before("ann"));
        Assert.Equal(["two?"], Before("bob", repliesTo: "reply-2"));
        Assert.Empty(Before("bob", repliesTo: first.Id));
    }

    [Fact]
    public void TheSameIdInTwoPlacesIsTwoMessages()
    {
        Remember(Message("ann", thread: "t") with { Id = "1" }, "one?");
        Assert.Empty(_conversations.Value.Before(Message("ann", thread: "u") with { Id = "1" }));
    }

    [Fact]
    public void OnlyTheLastTurnsAreRemembered()
    {
        foreach (var question in new[] { "one?", "two?", "three?", "four?" })
        {
            Ask(question, "ann");
        }

        Assert.Equal(["two?", "three?", "four?"], Before("ann"));
        _options.RememberedQuestions = 0;
        Ask("five?", "ann");
        Assert.Empty(Before("ann"));
    }

    private static IncomingMessage Message(string author, string? thread = null, string? repliesTo = null, bool isPrivate = false) =>
        Some.Message("") with
        {
            Author = author,
            Thread = thread,
            RepliesTo = repliesTo,
            IsPrivate = isPrivate,
            Kind = MessageKind.Mention,
            Id = "new",
        };

    private string[] Before(string author, string? thread = null, string? repliesTo = null, bool isPrivate = false) =>
        [.. _conversations.Value.Before(Message(author, thread, repliesTo, isPrivate)).Select(turn => turn.Asked.Text)];

    private IncomingMessage Ask(string question, string author, string? thread = null, string? repliesTo = null, bool isPrivate = false)
    {
        var message = Message(author, thread, repliesTo, isPrivate) with { Id = $"m{++_ids}" };
        Remember(message, question);
        return message;
    }

    private void Remember(IncomingMessage message, string question) =>
        _conversations.Value.Remember(
            message,
            new Turn
            {
                MessageId = message.Id,
                Author = message.Author,
                IsPrivate = message.IsPrivate,
                ReplyId = "r",
                Asked = new PreviousQuestion(question, []),
            }
        );
}
