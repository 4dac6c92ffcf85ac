using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

public sealed class SmallTalkTests : IDisposable
{
    private readonly CountingPassageIndex _index = new();
    private readonly AnswerDeadline _deadline = new(Options.Create(new ChatOptions()), new FakeTimeProvider());
    private readonly ChatResponder _responder;

    public SmallTalkTests()
    {
        var readiness = new KnowledgeReadiness();
        readiness.Ready();
        _index.Apply([Some.Article("a.md", "The parade was held on 3 May 2024.")], [], []);
        var answerer = SomeAnswerer.Of(_index, _index, readiness, new KnowledgeCatalog());
        _responder = new ChatResponder(
            answerer,
            Some.FolderAnswers(),
            new Conversations(Options.Create(new ChatOptions())),
            Options.Create(new ChatOptions()),
            () => "id",
            _deadline,
            new FakeTimeProvider(),
            new CollectingLogger<ChatResponder>()
        );
    }

    public void Dispose()
    {
        _responder.Dispose();
        _deadline.Dispose();
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Good evening everyone!")]
    [InlineData("hey bot, how are you?")]
    [InlineData("what's up")]
    [InlineData("thank you very much, that helped")]
    [InlineData("ok thx")]
    [InlineData("tysm!!")]
    [InlineData("no thanks")]
    [InlineData("cool, good to know")]
    [InlineData("great answer")]
    [InlineData("ok")]
    [InlineData("see you tomorrow")]
    [InlineData("thanks, bye")]
    [InlineData("have a nice day 🙂")]
    public async Task TheIndexIsNotSearchedForIt(string text)
    {
        Assert.Null((await AskAsync(text)).Answer());
        Assert.Equal(0, _index.Searches);
    }

    [Theory]
    [InlineData("what can you do?")]
    [InlineData("Hi, what can u do for me")]
    [InlineData("How do I use this bot?")]
    [InlineData("what can I ask you about?")]
    public async Task WhoAsksWhatTheBotIsIsToldHowToAsk(string text)
    {
        Assert.StartsWith("Ask me about the articles", Assert.IsType<Reply.SmallTalk>(await AskAsync(text)).Said, StringComparison.Ordinal);
        Assert.Equal(0, _index.Searches);
    }

    [Theory]
    [InlineData("are you a bot?", "a program, not a person")]
    [InlineData("who are you", "a program, not a person")]
    [InlineData("who runs you?", "The operator who set me up")]
    [InlineData("are you there?", "I am here")]
    [InlineData("ping", "I am here")]
    [InlineData("parlez-vous français ?", "I understand English best")]
    [InlineData("which languages do you speak", "I understand English best")]
    public async Task WhatIsAskedAboutTheBotItAnswersItself(string text, string said)
    {
        Assert.Contains(said, Assert.IsType<Reply.SmallTalk>(await AskAsync(text)).Said, StringComparison.Ordinal);
        Assert.Equal(0, _index.Searches);
    }

    [Theory]
    [InlineData("ok", "All right.")]
    [InlineData("nice, lol", "All right.")]
    [InlineData("Yes!", "All right.")]
    [InlineData("no", "Sorry, I misunderstood you")]
    [InlineData("that's not what I asked", "Sorry, I misunderstood you")]
    [InlineData("sorry, but that is wrong", "Sorry, I misunderstood you")]
    [InlineData("thanks", "You’re welcome!")]
    public async Task ARemarkGetsAReplyThatFitsIt(string text, string said)
    {
        Assert.StartsWith(said, Assert.IsType<Reply.SmallTalk>(await AskAsync(text)).Said, StringComparison.Ordinal);
        Assert.Equal(0, _index.Searches);
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("list the articles")]
    [InlineData("Can you show me all your documents please?")]
    [InlineData("which articles do you have?")]
    public async Task WhoAsksForTheArticlesGetsTheirList(string text) => Assert.IsType<Reply.Sources>(await AskAsync(text));

    [Theory]
    [InlineData("what can you do about damp walls?")]
    [InlineData("list the documents I need for a passport")]
    [InlineData("who are you supposed to call at night?")]
    [InlineData("which articles are banned?")]
    public async Task AQuestionThatBeginsLikeThatIsLookedFor(string text)
    {
        await AskAsync(text);
        Assert.NotEqual(0, _index.Searches);
    }

    [Theory]
    [InlineData("hi, when was the parade?")]
    [InlineData("thanks! and when was the parade")]
    [InlineData("ok why?")]
    [InlineData("good morning parade")]
    [InlineData("how are the parades held?")]
    public async Task AGreetingBeforeAQuestionDoesNotMakeItOne(string text)
    {
        Assert.NotNull((await AskAsync(text)).Answer());
        Assert.True(_index.Searches > 0);
    }

    private Task<Reply> AskAsync(string text) =>
        ((IChatResponder)_responder).RespondAsync(Some.Message(text), TestContext.Current.CancellationToken);
}
