using System.Globalization;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Chat;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>What is said in a network, to whom and in which order, as transcripts that somebody read.</summary>
public class TranscriptTests
{
    /// <summary>How messages are rendered; null for the transcripts that were read.</summary>
    private protected virtual Rendering? Rendering => null;

    [Fact]
    public async Task WhatComesTwiceIsAnsweredOnce()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "What is so?");
        run.Network.SaysAgain("m1");
        release.SetResult();
        await run.IdleAsync();
        run.Network.SaysAgain("m1");
        run.Network.Says("m2", "bot", "What is so?", message => message with { IsFromBot = true });
        run.Network.Says("m3", "ann", "Look at this", message => message with { Kind = MessageKind.Overheard });
        run.Network.Says("m4", "ann", "Hello all, meet the bot", message => message with { PingsEveryone = true });
        run.Network.Says("m5", "ann", "hello");
        await run.IdleAsync();
        run.Approve("Doubles");
    }

    [Fact]
    public async Task AReplyFollowsItsQuestion()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        run.Answerer.Says = (question, _) =>
            Task.FromResult<Answer>(
                ScriptedAnswerer.Grounded(string.Join(' ', Enumerable.Repeat(question, question.Length > 8 ? 200 : 1)))
            );
        run.Network.Says("m1", "ann", "short");
        await run.IdleAsync();
        run.Network.Edits("m1", "a long one");
        await run.IdleAsync();
        run.Network.Edits("m1", "a long one");
        await run.IdleAsync();
        run.Network.Edits("m1", "short 2");
        await run.IdleAsync();
        run.Network.Edits("m1", "?!");
        await run.IdleAsync();
        run.Network.Deletes("m1");
        await run.IdleAsync();
        run.Network.Edits("m1", "short 3");
        run.Network.SaysAgain("m1");
        await run.IdleAsync();
        run.Network.Says("m2", "ann", "short 4");
        await run.IdleAsync();
        run.Time.Advance(TimeSpan.FromMinutes(16));
        run.Network.Note("16 minutes later");
        run.Network.Edits("m2", "short 5");
        run.Network.Deletes("m2");
        await run.IdleAsync();
        run.Approve("EditsAfter");
    }

    [Fact]
    public async Task WhatIsEditedOrDeletedWhileItIsAnsweredIsAnsweredAsItIsThen()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        var release = new TaskCompletionSource();
        run.HoldAnswers(release.Task);
        run.Network.Says("m1", "ann", "what is sp?");
        await run.AskedAsync();
        run.Network.Edits("m1", "what is so?");
        Assert.Equal("what is so?", await run.AskedAsync());
        run.Network.Says("m2", "ann", "what waits?");
        run.Network.Edits("m2", "what waits its turn?");
        run.Network.Says("m3", "ann", "what is taken back while it waits?");
        run.Network.Deletes("m3");
        run.Network.Says("m4", "bob", "what is taken back meanwhile?");
        await run.AskedAsync();
        run.Network.Deletes("m4");
        run.Network.Note("now there are answers");
        release.SetResult();
        await run.IdleAsync();
        run.Approve("EditsMeanwhile");
    }

    [Fact]
    public async Task WhatIsEditedWhileItsReplyIsSentIsMendedAfter()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        run.Network.Before = (call, _) =>
        {
            if (call == "send m1")
            {
                run.Network.Before = (_, _) => Task.CompletedTask;
                run.Network.Edits("m1", "what is so?");
            }

            return Task.CompletedTask;
        };
        run.Network.Says("m1", "ann", "what is sp?");
        await run.IdleAsync();
        run.Approve("EditsWhileSending");
    }

    [Fact]
    public async Task AMessageThatNamesTheBotOnlyAfterAnEditIsAnswered()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        run.Network.Says("m1", "ann", "what is so?", message => message with { Kind = MessageKind.Overheard });
        run.Network.Edits("m1", "what is so?", message => message with { Kind = MessageKind.Mention });
        await run.IdleAsync();
        run.Network.Says(
            "m2",
            "ann",
            "what was so?",
            message => message with { Kind = MessageKind.Overheard, SentAt = run.Time.GetUtcNow().AddMinutes(-1) }
        );
        run.Network.Edits("m2", "what was so?", message => message with { Kind = MessageKind.Mention });
        await run.IdleAsync();
        run.Approve("EditsIntoQuestion");
    }

    [Fact]
    public async Task LongAnswersAreSplitAtTheNetworksLengthAndCodeStaysWhole()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        foreach (var length in new[] { 1_999, 2_000, 2_001, 4_000 })
        {
            // As long as its text and numbers together, sources not counted.
            run.Answerer.Says = (_, _) => Task.FromResult<Answer>(Sourceless(ScriptedAnswerer.Grounded(Text(length - 4))));
            run.Network.Says($"text{length}", "ann", string.Create(CultureInfo.InvariantCulture, $"{length} characters?"));
            await run.IdleAsync();
            run.Answerer.Says = (_, _) => Task.FromResult<Answer>(WithCode(length));
            run.Network.Says($"code{length}", "ann", string.Create(CultureInfo.InvariantCulture, $"a fence across {length}?"));
            await run.IdleAsync();
        }

        run.Approve("Lengths");
    }

    [Fact]
    public async Task NobodyIsCalledWhateverSaysSo()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        run.Answerer.Says = (question, _) =>
            Task.FromResult<Answer>(
                question.Contains("article", StringComparison.Ordinal)
                    ? ScriptedAnswerer.Grounded("Hello @everyone, <@12> and <@&34> say **so** in ```code```.") with
                    {
                        Citations =
                        [
                            ScriptedAnswerer.Citation("Hello.") with
                            {
                                Title = "@here [press](http://evil.example)",
                                Url = "https://example.org/@everyone",
                            },
                        ],
                    }
                    : new Answer.NotFound
                    {
                        Reason = $"The articles don’t mention “{question}”.",
                        Closest = [new NearMiss("a.md", "@everyone", "", "||so||")],
                    }
            );
        run.Network.Says("m1", "ann", "@everyone is it so <@12>?");
        await run.IdleAsync();
        run.Network.Says("m2", "ann", "what says the article?");
        await run.IdleAsync();
        run.Answerer.Says = (_, _) => Task.FromResult<Answer>(ScriptedAnswerer.Code("say @everyone\n``` and out"));
        run.Network.Says("m3", "ann", "and the code?");
        await run.IdleAsync();
        run.Approve("Mentions");
    }

    [Fact]
    public async Task WhatIsTooMuchIsToldOnceAndPrivately()
    {
        await using var run = await GatewayRun.StartAsync(
            new ChatOptions
            {
                AuthorPerMinute = 2,
                ChannelPerMinute = 3,
                Allow = new AllowOptions { Channels = ["general"] },
            },
            rendering: Rendering
        );
        foreach (
            var (id, author) in new[]
            {
                ("m1", "ann"),
                ("m2", "ann"),
                ("m3", "ann"),
                ("m4", "ann"),
                ("m5", "bob"),
                ("m6", "bob"),
                ("m7", "cleo"),
            }
        )
        {
            run.Network.Says(id, author, $"what is {id}?");
            await run.IdleAsync();
        }

        run.Network.Edits("m3", "and now?");
        run.Network.Says("m8", "ann", "and elsewhere?", message => message with { Channel = "random" });
        run.Network.Says(
            "m9",
            "dora",
            "and elsewhere by a command?",
            message => message with { Channel = "random", Kind = MessageKind.Command }
        );
        await run.IdleAsync();
        run.Network.Says("m11", "ann", "and by a command?", message => message with { Kind = MessageKind.Command });
        await run.IdleAsync();
        run.Time.Advance(TimeSpan.FromMinutes(1));
        run.Network.Note("a minute later");
        run.Network.Says("m10", "ann", "what is next?");
        await run.IdleAsync();
        run.Approve("Patience");
    }

    [Fact]
    public async Task WhereAnswersGoIntoThreadsEachQuestionHasOne()
    {
        var options = new ChatOptions();
        options.Channels["general"] = new ChannelOptions { Answer = AnswerIn.Thread };
        await using var run = await GatewayRun.StartAsync(options, rendering: Rendering);
        run.Network.Says("m1", "ann", "one?");
        await run.IdleAsync();
        run.Network.Says(
            "m2",
            "bob",
            "and two?",
            message => message with { Thread = "t-m1", Kind = MessageKind.Overheard, IsInOwnThread = true }
        );
        await run.IdleAsync();
        Assert.Equal(["one?"], run.Answerer.Asked[^1].Earlier);
        run.Network.Edits("m1", "one, I mean?");
        await run.IdleAsync();
        run.Network.Says("m3", "ann", "hello");
        run.Network.Before = (call, _) => call == "thread m4" ? throw new HttpRequestException("Missing permission.") : Task.CompletedTask;
        await run.IdleAsync();
        run.Network.Says("m4", "ann", "four?");
        await run.IdleAsync();
        run.Network.Deletes("m1");
        await run.IdleAsync();
        run.Network.Says(
            "m5",
            "bob",
            "and five?",
            message => message with { Thread = "t-m1", Kind = MessageKind.Overheard, IsInOwnThread = true }
        );
        await run.IdleAsync();
        Assert.Equal(["and two?"], run.Answerer.Asked[^1].Earlier);
        run.Approve("Threads");
    }

    [Fact]
    public async Task WhoRepliesToAnAnswerGoesOnFromIt()
    {
        await using var run = await GatewayRun.StartAsync(rendering: Rendering);
        run.Network.Says("m1", "ann", "one?");
        await run.IdleAsync();
        run.Network.Says("m2", "ann", "two?");
        await run.IdleAsync();
        run.Network.Says("m3", "bob", "and three?", message => message with { Kind = MessageKind.Reply, RepliesTo = "s1" });
        await run.IdleAsync();
        Assert.Equal(["one?"], run.Answerer.Asked[^1].Earlier);
        run.Network.Deletes("m1");
        run.Network.Says("m4", "cleo", "and four?", message => message with { Kind = MessageKind.Reply, RepliesTo = "s3" });
        await run.IdleAsync();
        Assert.Equal(["and three?"], run.Answerer.Asked[^1].Earlier);
    }

    private static string Text(int length) =>
        string.Join(' ', Enumerable.Range(0, (length / 5) + 1).Select(i => $"{i % 10_000:0000}"))[..length];

    private static Answer.Grounded Sourceless(Answer.Grounded answer) => answer with { Citations = [] };

    /// <summary>Text that leaves no room for a whole piece of code before the length.</summary>
    private static Answer.Grounded WithCode(int length)
    {
        var answer = ScriptedAnswerer.Grounded(Text(length - 60));
        return answer with
        {
            Sentences =
            [
                .. answer.Sentences,
                new AnswerSentence
                {
                    Text = string.Join('\n', Enumerable.Range(1, 9).Select(i => $"line {i} of the code")),
                    Citations = [1],
                    Form = new BlockForm(BlockKind.Code),
                },
            ],
        };
    }
}
