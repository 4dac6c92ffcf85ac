using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class RepeatedMessagesTests
{
    private readonly ScriptedResponder _responder = new(Some.Reply(ScriptedAnswerer.Grounded("So.")));
    private readonly RepeatedMessages _repeated;

    public RepeatedMessagesTests() => _repeated = new RepeatedMessages(_responder, TimeProvider.System);

    [Fact]
    public async Task WhatComesAgainIsNotAnsweredAgain()
    {
        var first = await AskAsync("1");
        Assert.Same(first, await AskAsync("1"));
        Assert.Equal(1, _responder.Asked);
    }

    [Fact]
    public async Task WhatComesAgainMeanwhileWaitsForTheSameReply()
    {
        var held = new TaskCompletionSource<Reply>();
        _responder.Says = () => held.Task;
        var (one, two) = (AskAsync("1"), AskAsync("1"));
        held.SetResult(Some.Reply(ScriptedAnswerer.Grounded("So.")));
        Assert.Same(await one, await two);
        Assert.Equal(1, _responder.Asked);
    }

    [Fact]
    public async Task WhoeverGoesWhileItIsAnsweredFindsTheReplyLater()
    {
        var held = new TaskCompletionSource<Reply>();
        _responder.Says = () => held.Task;
        using var gone = new CancellationTokenSource();
        var left = _repeated.Respond(Some.Message("What is so?", id: "1"), begins: false).Last.WaitAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var again = AskAsync("1");
        held.SetResult(Some.Reply(ScriptedAnswerer.Grounded("So.")));
        await again;
        Assert.Equal(1, _responder.Asked);
    }

    [Theory]
    [InlineData(Refusal.Busy, 2)]
    [InlineData(Refusal.TooFast, 2)]
    [InlineData(Refusal.Empty, 1)]
    [InlineData(Refusal.TooLong, 1)]
    public async Task WhatWasPutOffIsAskedAnew(object refusal, int times)
    {
        _responder.Says = () =>
            Task.FromResult<Reply>(
                new Reply.Refused
                {
                    Id = "r",
                    ElapsedMilliseconds = 1,
                    Reason = (Refusal)refusal,
                    Said = "No.",
                }
            );
        await AskAsync("1");
        await AskAsync("1");
        Assert.Equal(times, _responder.Asked);
    }

    [Fact]
    public async Task WhatCouldNotBeAnsweredIsAskedAnew()
    {
        _responder.Says = () => Task.FromResult(Some.Reply(new Answer.Unavailable("Not now.")));
        await AskAsync("1");
        await AskAsync("1");
        Assert.Equal(2, _responder.Asked);
    }

    [Fact]
    public async Task AnotherMessageOrAnotherAuthorIsAnother()
    {
        await AskAsync("1");
        await AskAsync("2");
        await _repeated.Respond(Some.Message("What is so?", id: "1") with { Author = "bob" }, begins: false).Last;
        Assert.Equal(3, _responder.Asked);
    }

    [Fact]
    public async Task OnlyTheLastThousandAreRemembered()
    {
        for (var i = 0; i <= 1_000; i++)
        {
            await AskAsync($"{i}");
        }

        await AskAsync("1000");
        Assert.Equal(1_001, _responder.Asked);
        await AskAsync("0");
        Assert.Equal(1_002, _responder.Asked);
    }

    private Task<Reply> AskAsync(string id) => _repeated.Respond(Some.Message("What is so?", id: id), begins: false).Last;
}
