using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>What is seen in a network when a model is asked too.</summary>
public sealed class ModelTranscriptTests
{
    private readonly ScriptedRefiner _model = new();

    [Fact]
    public async Task TheAnswerWithoutAModelIsPostedBeforeTheModelIsAskedAndThenEdited()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        var before = "";
        _model.Says = (question, _, _) =>
        {
            before = run.Network.Transcript;
            return Task.FromResult(ScriptedRefiner.Better(question));
        };
        run.Network.Says("m1", "ann", "What is so?");
        await run.IdleAsync();
        Assert.Contains("(s1)", before, StringComparison.Ordinal);
        Assert.DoesNotContain("bot edits", before, StringComparison.Ordinal);
        run.Approve("ModelEdits");
    }

    [Fact]
    public async Task WhereTheModelIsOfNoUseNothingIsEdited()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        _model.Says = (_, first, _) => Task.FromResult(first with { Model = new ModelUse(ModelOutcome.TimedOut) });
        run.Network.Says("m1", "ann", "What is so?");
        await run.IdleAsync();
        Assert.DoesNotContain("bot edits", run.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalIsNotSaidUntilTheModelHasLookedFurther()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        run.Answerer.Says = (_, _) => Task.FromResult<Answer>(new Answer.NotFound { Reason = "The articles don’t answer this." });
        _model.Says = (question, first, _) => Task.FromResult(question == "known" ? ScriptedRefiner.Better(question) : first);
        run.Network.Says("m1", "ann", "unknown");
        await run.IdleAsync();
        run.Network.Says("m2", "bob", "known");
        await run.IdleAsync();
        Assert.Contains("Asking the language model", run.Network.Transcript, StringComparison.Ordinal);
        run.Approve("ModelLooksFurther");
    }

    [Fact]
    public async Task WhatTheBotIsNotSureOfWaitsForTheModelWhichIsThenSaidAlone()
    {
        var model = new ScriptedRefiner { Waits = TimeSpan.FromSeconds(4) };
        await using var run = await GatewayRun.StartAsync(model: model);
        run.Answerer.Says = (_, _) => Task.FromResult<Answer>(new Answer.NotFound { Reason = "The articles don’t answer this." });
        run.Network.Says("m1", "ann", "What is so?");
        await run.IdleAsync();
        Assert.Contains("The model says so", run.Network.Transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("bot edits", run.Network.Transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("Asking the language model", run.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItWaitsNoLongerThanItsPatienceAndIsEditedThen()
    {
        var model = new ScriptedRefiner { Waits = TimeSpan.FromSeconds(4) };
        await using var run = await GatewayRun.StartAsync(model: model);
        var release = new TaskCompletionSource();
        run.Answerer.Says = (_, _) => Task.FromResult<Answer>(new Answer.NotFound { Reason = "The articles don’t answer this." });
        model.Says = async (question, _, token) =>
        {
            await release.Task.WaitAsync(token);
            return ScriptedRefiner.Better(question);
        };
        run.Network.Says("m1", "ann", "What is so?");
        await model.AskedAsync;
        Assert.DoesNotContain("(s1)", run.Network.Transcript, StringComparison.Ordinal);
        await run.AdvanceUntilAsync(run.Network.UntilAsync(line => line.Contains("(s1)", StringComparison.Ordinal)));
        Assert.Contains("Asking the language model", run.Network.Transcript, StringComparison.Ordinal);
        release.SetResult();
        await run.IdleAsync();
        Assert.Contains("bot edits", run.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoAsksNextDoesNotWaitForTheModel()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        var release = new TaskCompletionSource();
        _model.Says = async (question, first, token) =>
        {
            await release.Task.WaitAsync(token);
            return first;
        };
        run.Network.Says("m1", "ann", "What is so?");
        await _model.AskedAsync;
        run.Network.Says("m2", "ann", "And what is not?");
        await run.Network.UntilAsync(line => line.Contains("(s2)", StringComparison.Ordinal));
        release.SetResult();
        await run.IdleAsync();
    }

    [Fact]
    public async Task WhatTheModelSaysToAMessageThatChangedOrWentIsNotSaid()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        var told = new TaskCompletionSource();
        _model.Says = async (question, first, token) =>
        {
            if (question == "first")
            {
                using var changed = token.Register(() => told.TrySetResult());
                await told.Task;
            }

            return ScriptedRefiner.Better(question);
        };
        run.Network.Says("m1", "ann", "first");
        await _model.AskedAsync;
        run.Network.Edits("m1", "second");
        await run.IdleAsync();
        Assert.DoesNotContain("model says so with “first”", run.Network.Transcript, StringComparison.Ordinal);
        Assert.Contains("model says so with “second”", run.Network.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoReplacesAnAnswerCountsForTheirAuthorInTheirNetwork()
    {
        await using var run = await GatewayRun.StartAsync(model: _model);
        run.Network.Says("m1", "ann", "What is so?");
        await run.IdleAsync();
        Assert.Equal(["scripted:ann"], _model.Authors);
    }
}
