using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class AnswerVotesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseAnswerStore _store;
    private readonly AnswerVotes _votes;

    public AnswerVotesTests()
    {
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_folder.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
        _store.Record(new AskedQuestion("abc", TimeProvider.System.GetUtcNow(), "discord", "a1", "Where is it?", "grounded", null));
        _votes = new AnswerVotes(_store, AuthorHash.Random());
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void OnePersonHasOneVoteThatMayBeChangedAndGivenAReason()
    {
        Assert.Equal("Thank you, noted.", Text(Press("ann", "up:abc")));
        Press("bob", "up:abc");
        var why = Press("ann", "down:abc")!;
        var reasons = why.Actions;
        Assert.Equal(["wrong:abc", "not_asked:abc", "outdated:abc", "missing:abc", "abc"], reasons.Select(button => button.Data));
        Assert.Equal("Thank you, noted.", Text(Press("ann", reasons[2].Id)));
        Assert.Equal((1, 1), (_store.Find("abc")!.Up, _store.Find("abc")!.Down));
    }

    [Fact]
    public void WhatIsWrongIsRememberedInThePersonsOwnWordsOrAsTheReasonTheyChose()
    {
        Press("ann", "why:outdated:abc");
        Assert.Equal(["Out of date"], Remarks());
        Press("ann", "comment:abc", "  It costs\n12 €\u202E now ");
        Press("ann", "down:abc");
        Assert.Equal(["It costs 12 € now"], Remarks());
        Press("ann", "up:abc");
        Press("bob", "comment:abc", new string('a', 600));
        Assert.Equal([new string('a', AnswerVotes.MaxComment)], Remarks());
        Assert.Equal((1, 1), (_store.Find("abc")!.Up, _store.Find("abc")!.Down));
    }

    private IReadOnlyList<string> Remarks() => Assert.Single(_store.FindUnanswered(DateTimeOffset.UnixEpoch)).Remarks;

    [Theory]
    [InlineData("up:other")]
    [InlineData("down:other")]
    [InlineData("why:wrong:other")]
    [InlineData("up")]
    public void AVoteOnAnAnswerThatIsNotRecordedIsNotTaken(string button) =>
        Assert.StartsWith("This vote can’t be noted", Text(Press("ann", button)), StringComparison.Ordinal);

    [Theory]
    [InlineData("delete:1:2")]
    [InlineData("passages:abc")]
    [InlineData("why:because:abc")]
    public void AnotherButtonIsNoVote(string button) => Assert.Null(Press("ann", button));

    [Fact]
    public void WithoutAStoreAPersonIsToldSo() =>
        Assert.StartsWith(
            "This vote can’t be noted",
            Text(new AnswerVotes().Press(Some.Pressed("up:abc", "ann"))),
            StringComparison.Ordinal
        );

    private ChatMessage? Press(string author, string button, string? text = null) =>
        _votes.Press(Some.Pressed(button, author) with { Text = text });

    private static string Text(ChatMessage? message) => MessageFormat.Plain(1_000).Markup.Write(message!);
}
