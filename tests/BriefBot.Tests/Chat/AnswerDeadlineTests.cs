using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

/// <summary>Answers that take too long, and those that are in flight when the service stops or whoever asked has gone.</summary>
public sealed class AnswerDeadlineTests : IDisposable
{
    private readonly ScriptedAnswerer _answerer = new();
    private readonly ChatOptions _options = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AnswerDeadline _deadline;
    private readonly Lazy<ChatResponder> _responder;

    public AnswerDeadlineTests()
    {
        _deadline = new AnswerDeadline(Options.Create(_options), _time);
        _responder = new Lazy<ChatResponder>(() =>
            new ChatResponder(
                _answerer,
                Some.FolderAnswers(),
                new Conversations(Options.Create(_options)),
                Options.Create(_options),
                () => "id",
                _deadline,
                _time,
                new CollectingLogger<ChatResponder>()
            )
        );
    }

    public void Dispose()
    {
        _responder.Value.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task AnAnswerThatTakesTooLongIsEndedAndSaidSo()
    {
        var given = AnswerWithoutEnd();
        var reply = AskAsync("What is so?");
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(reply.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var unavailable = Assert.IsType<Answer.Unavailable>((await reply).Answer());
        Assert.Contains("5 seconds", unavailable.Reason, StringComparison.Ordinal);
        Assert.True(given[0].IsCancellationRequested);
    }

    [Fact]
    public async Task WhoWaitsForATurnWaitsNoLongerThanForAnAnswer()
    {
        _options.MaxConcurrentAnswers = 1;
        AnswerWithoutEnd();
        Task<Reply>[] replies = [AskAsync("What is so?"), AskAsync("And what is not?")];
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.All(await Task.WhenAll(replies), reply => Assert.IsType<Answer.Unavailable>(reply.Answer()));
    }

    [Fact]
    public async Task WhenTheServiceStopsAnAnswerHasALittleTimeAndIsThenEnded()
    {
        AnswerWithoutEnd();
        var reply = AskAsync("What is so?");
        _deadline.Stop();
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(reply.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Contains("shutting down", Assert.IsType<Answer.Unavailable>((await reply).Answer()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenWhoAskedHasGoneTheWorkEnds()
    {
        var given = AnswerWithoutEnd();
        using var gone = new CancellationTokenSource();
        var reply = ((IChatResponder)_responder.Value).RespondAsync(Some.Message("What is so?"), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        Assert.True(given[0].IsCancellationRequested);
    }

    /// <summary>Answers only when it is told to stop; gives the tokens that say so.</summary>
    private List<CancellationToken> AnswerWithoutEnd()
    {
        var given = new List<CancellationToken>();
        _answerer.Says = async (_, ends) =>
        {
            given.Add(ends);
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, ends);
            return ScriptedAnswerer.Grounded("Never said.");
        };
        return given;
    }

    private Task<Reply> AskAsync(string text) =>
        ((IChatResponder)_responder.Value).RespondAsync(Some.Message(text), TestContext.Current.CancellationToken);
}
