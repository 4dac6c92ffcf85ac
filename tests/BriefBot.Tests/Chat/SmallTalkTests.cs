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
            answerer, new KnowledgeCatalog(), new Conversations(Options.Create(new ChatOptions())), Options.Create(new ChatOptions()), () =>
            "id", _deadline, new FakeTimeProvider(), new CollectingLogger<ChatResponder>());
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
