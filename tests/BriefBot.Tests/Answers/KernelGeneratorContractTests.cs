using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Verification;
using BriefBot.Service.Answers;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Answers;

/// <summary>The contract of <see cref="IAnswerGenerator"/>, kept by <see cref="KernelGenerator"/>.</summary>
public sealed class KernelGeneratorContractTests
{
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    [Fact]
    public async Task ItsSentencesAreProvenByThePassagesItWasGiven()
    {
        var ranked = Asked.Of("When did the ferry to Solvik begin?", Truth, "It carries 200 passengers.");
        var result = await GenerateAsync(
            new GenerationRequest([ranked]) { Question = "When did the ferry to Solvik begin?" },
            TestContext.Current.CancellationToken
        );
        var check = new GroundingCheck(LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());
        var verified = VerifiedSentence.Verify(check.Check(Assert.Single(result.Sentences)), verdict: null, out var problem);
        Assert.Null(problem);
        Assert.Equal(Truth, Assert.Single(verified!.Claims).Quote);
    }

    [Fact]
    public async Task WithoutPassagesItWritesNothing() =>
        Assert.Empty(
            (
                await GenerateAsync(
                    new GenerationRequest([Asked.Of("Who invented the telephone?", Array.Empty<string>())]),
                    TestContext.Current.CancellationToken
                )
            ).Sentences
        );

    [Fact]
    public async Task ToldToStopItThrows() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            GenerateAsync(new GenerationRequest([Asked.Of("When did the ferry begin?", Truth)]), new CancellationToken(canceled: true))
        );

    [Fact]
    public async Task ManyMayAskAtOnce()
    {
        var ranked = Asked.Of("When did the ferry to Solvik begin?", Truth);
        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => GenerateAsync(new GenerationRequest([ranked]), TestContext.Current.CancellationToken))
        );
        Assert.All(all, result => Assert.Equal(Truth, Assert.Single(result.Sentences).Text));
    }

    private static async Task<GenerationResult> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        await using var model = await ScriptedModel.StartAsync(
            (prompt, http) =>
                ScriptedModel.SayAsync(
                    http,
                    ScriptedModel.Message(prompt, "user").Contains("[1]\n", StringComparison.Ordinal)
                        ? "The ferry to Solvik began on 4 May 1931. [1]"
                        : "NO ANSWER"
                )
        );
        var options = Options.Create(new AnswersOptions { Model = model.Options });
        var budget = new TokenBudget(options.Value.Model, null, TimeProvider.System, new CollectingLogger<TokenBudget>());
        using var api = new ModelApi(options, budget, new ModelState(budget), TimeProvider.System, new CollectingLogger<ModelApi>());
        return await new KernelGenerator(api, new ModelPrompts(options), options, TimeProvider.System).GenerateAsync(
            request,
            cancellationToken
        );
    }
}
