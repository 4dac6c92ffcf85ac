using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

/// <summary>Where the responder's rules meet each other.</summary>
public sealed class ChatResponderEdgeTests : IDisposable
{
    private readonly ScriptedAnswerer _answerer = new();
    private readonly CollectingLogger<ChatResponder> _log = new();
    private readonly ChatResponder _responder;

    public ChatResponderEdgeTests() =>
        _responder = new ChatResponder(_answerer, Options.Create(new ChatOptions { MaxQuestionLength = 50 }), () => "id", new FakeTimeProvider(), _log);

    public void Dispose() => _responder.Dispose();

    [Fact]
    public async Task WhatIsLongAndHoldsNoWordsHoldsNoWords() => Assert.Equal(Refusal.Empty, (await AskAsync(new string('?', 100))).Refusal);

    [Fact]
    public async Task SpaceAroundAQuestionDoesNotCount() => Assert.Null((await AskAsync(new string(' ', 100) + "What is so?" + new string('\n', 100))).Refusal);

    [Fact]
    public async Task SomethingInsideThatGaveUpIsAFailureNotACancellation()
    {
        _answerer.Says = (_, _) => throw new TaskCanceledException("a time-out of its own");
        Assert.IsType<Answer.Unavailable>((await AskAsync("What is so?")).Answer);
        Assert.Single(_log.Lines, line => line.Level == LogLevel.Error);
    }

    [Theory]
    [InlineData("hello 👋")]
    [InlineData("Thanks :-)")]
    [InlineData("many thanks…")]
    public async Task ASmileyDoesNotMakeItAQuestion(string text) => Assert.Null((await AskAsync(text)).Answer);

    private async Task<Reply> AskAsync(string text) =>
        await _responder.RespondAsync(new IncomingMessage { Id = "m", ConversationId = "c", Text = text }, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("There was no reply.");
}
