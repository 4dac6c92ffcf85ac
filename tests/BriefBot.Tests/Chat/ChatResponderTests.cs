using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

public sealed class ChatResponderTests : IDisposable
{
    private readonly ScriptedAnswerer _answerer = new();
    private readonly ChatOptions _options = new() { MaxQuestionLength = 50 };
    private readonly CollectingLogger<ChatResponder> _log = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AnswerDeadline _deadline;
    private readonly Lazy<ChatResponder> _responder;
    private int _ids;
    private int _messages;

    public ChatResponderTests()
    {
        _deadline = new AnswerDeadline(Options.Create(_options), _time);
        _responder = new Lazy<ChatResponder>(() =>
            new ChatResponder(
                _answerer,
                Some.FolderAnswers(),
                new Conversations(Options.Create(_options)),
                Options.Create(_options),
                () => $"id-{++_ids}",
                _deadline,
                _time,
                _log
            )
        );
    }

    public void Dispose()
    {
        _responder.Value.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task AQuestionIsAnsweredWithItsSources()
    {
        var reply = await AskAsync("What is so?");
        Assert.Equal("id-1", reply.Id);
        Assert.IsType<Answer.Grounded>(reply.Answer());
        Assert.Equal("It is so. [1]\n[1] Some title › One › Two (a.md, lines 3–4, 2025-09-04)", reply.Text());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!… -- ;")]
    [InlineData("\u0000\u0007\u200B")]
    [InlineData("😀")]
    public async Task WhatHoldsNoWordsIsRefused(string text)
    {
        var reply = await AskAsync(text);
        Assert.Equal(Refusal.Empty, reply.Refusal());
        Assert.Empty(_answerer.Asked);
    }

    [Fact]
    public async Task WhatIsTooLongIsRefusedWithTheLimit()
    {
        var reply = await AskAsync(new string('a', 51));
        Assert.Equal(Refusal.TooLong, reply.Refusal());
        Assert.Contains("50", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLimitItselfIsAllowed() => Assert.Null((await AskAsync(new string('a', 50))).Refusal());

    [Fact]
    public async Task WhatCannotBeSeenIsNotAsked()
    {
        await AskAsync(" What\u0000 \t is\u202E so?\r\n");
        Assert.Equal("What is so?", Assert.Single(_answerer.Asked).Question);
    }

    [Theory]
    [InlineData("hello", "Hello")]
    [InlineData("Hi there!", "Hello")]
    [InlineData("ok, thanks a lot", "welcome")]
    [InlineData("bye bot", "Goodbye")]
    [InlineData("help", "own words")]
    public async Task SmallTalkNeedsNoSearch(string text, string said)
    {
        var reply = await AskAsync(text);
        Assert.Contains(said, reply.Text(), StringComparison.Ordinal);
        Assert.Empty(_answerer.Asked);
    }

    [Theory]
    [InlineData("who are you meant to ask?")]
    [InlineData("hello, who is Xi")]
    [InlineData("help me understand tariffs")]
    public async Task AQuestionIsNoSmallTalk(string text)
    {
        await AskAsync(text);
        Assert.Single(_answerer.Asked);
    }

    [Fact]
    public async Task AFollowUpKnowsTheLastQuestionsOfItsConversationOnly()
    {
        _options.RememberedQuestions = 2;
        foreach (var question in new[] { "one?", "two?", "three?" })
        {
            await AskAsync(question);
        }

        await AskAsync("other?", "another conversation");
        await AskAsync("four?");
        Assert.Empty(_answerer.Asked[3].Earlier);
        Assert.Equal(["two?", "three?"], _answerer.Asked[4].Earlier);
    }

    [Fact]
    public async Task TheConversationThatIsSilentLongestIsForgottenFirst()
    {
        _options.RememberedConversations = 2;
        foreach (var conversation in new[] { "a", "b", "a", "c", "b", "a" })
        {
            await AskAsync("what?", conversation);
        }

        Assert.Equal([0, 0, 1, 0, 0, 0], _answerer.Asked.Select(asked => asked.Earlier.Count));
    }

    [Fact]
    public async Task WhatCouldNotBeAnsweredIsNotRemembered()
    {
        _answerer.Says = (_, _) => Task.FromResult<Answer>(new Answer.Unavailable("Not now."));
        await AskAsync("one?");
        await AskAsync("two?");
        Assert.Empty(_answerer.Asked[1].Earlier);
    }

    [Fact]
    public async Task WhenTooManyWaitOneMoreIsToldSo()
    {
        _options.MaxConcurrentAnswers = 1;
        _options.MaxWaitingQuestions = 1;
        var held = new TaskCompletionSource<Answer>();
        _answerer.Says = (_, _) => held.Task;
        var answered = AskAsync("one?");
        var waiting = AskAsync("two?");
        Assert.Equal(Refusal.Busy, (await AskAsync("three?")).Refusal());
        held.SetResult(ScriptedAnswerer.Grounded("So."));
        Assert.Null((await answered).Refusal());
        Assert.Null((await waiting).Refusal());
        Assert.Null((await AskAsync("four?")).Refusal());
    }

    [Fact]
    public async Task OnlySoManyAreAnsweredAtTheSameTime()
    {
        _options.MaxConcurrentAnswers = 2;
        var held = new TaskCompletionSource<Answer>();
        _answerer.Says = (_, _) => held.Task;
        var all = Enumerable.Range(0, 5).Select(_ => AskAsync("what?")).ToArray();
        Assert.Equal(2, _answerer.Asked.Count);
        held.SetResult(ScriptedAnswerer.Grounded("So."));
        await Task.WhenAll(all);
        Assert.Equal(5, _answerer.Asked.Count);
    }

    [Fact]
    public async Task AnErrorOfOursIsLoggedOnceAndToldInPlainWords()
    {
        _answerer.Says = (_, _) => throw new InvalidOperationException("secret detail");
        var reply = await AskAsync("what is the secret question?");
        Assert.IsType<Answer.Unavailable>(reply.Answer());
        Assert.DoesNotContain("secret detail", reply.Text(), StringComparison.Ordinal);
        Assert.Single(_log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task CancellationIsLetThrough()
    {
        using var cancelled = new CancellationTokenSource();
        _answerer.Says = async (_, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedAnswerer.Grounded("So.");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ((IChatResponder)_responder.Value).RespondAsync(Some.Message("what?"), cancelled.Token)
        );
    }

    [Fact]
    public async Task NeitherQuestionNorReplyIsLogged()
    {
        await AskAsync("what about zebras?");
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(
            _log.Lines,
            line => line.Text.Contains("zebras", StringComparison.Ordinal) || line.Text.Contains("It is so", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void WhoGoesOnAskingBeyondALimitDoesNotFillTheLog()
    {
        _options.AuthorPerMinute = 1;
        for (var i = 0; i < 5; i++)
        {
            ((IChatResponder)_responder.Value).Admit(Some.Message($"What is {i}?"));
        }

        Assert.Single(_log.Lines, line => line.Level == LogLevel.Information);
    }

    [Fact]
    public async Task WhatIsLongAndHoldsNoWordsHoldsNoWords() =>
        Assert.Equal(Refusal.Empty, (await AskAsync(new string('?', 100))).Refusal());

    [Fact]
    public async Task SpaceAroundAQuestionDoesNotCount() =>
        Assert.Null((await AskAsync(new string(' ', 100) + "What is so?" + new string('\n', 100))).Refusal());

    [Fact]
    public async Task SomethingInsideThatGaveUpIsAFailureNotACancellation()
    {
        _answerer.Says = (_, _) => throw new TaskCanceledException("a time-out of its own");
        Assert.IsType<Answer.Unavailable>((await AskAsync("What is so?")).Answer());
        Assert.Single(_log.Lines, line => line.Level == LogLevel.Error);
    }

    [Theory]
    [InlineData("hello 👋")]
    [InlineData("Thanks :-)")]
    [InlineData("many thanks…")]
    public async Task ASmileyDoesNotMakeItAQuestion(string text) => Assert.Null((await AskAsync(text)).Answer());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Reply> AskAsync(string text, string conversation = "c") =>
        ((IChatResponder)_responder.Value).RespondAsync(Some.Message(text, conversation, id: $"m{++_messages}"), Token);
}
