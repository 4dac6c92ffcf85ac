using BriefBot.Answers;
using BriefBot.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

/// <summary>What every composer promises.</summary>
public abstract class ComposerContract
{
    private const string Truth = "The ferry to Solvik began on 4 May 1931.";

    /// <summary>A composer that can write <see cref="Truth"/> where it was found; called with what is asked of it.</summary>
    private protected abstract Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken);

    [Fact]
    public async Task WhatItWritesPassesTheCheckByPassagesThatItWasGiven()
    {
        var findings = Asked.Of("When did the ferry to Solvik begin?", Truth, "It carries 200 passengers.");
        var composition = await ComposeAsync(new GenerationRequest([findings]) { Question = "When did the ferry to Solvik begin?" }, TestContext.Current.CancellationToken);
        var check = new GroundingCheck(new KnowledgeCatalog(), new ArticleAddresses(Some.Knowledge()), LuceneAnalyzers.English, new CollectingLogger<GroundingCheck>());
        var (answer, dropped) = check.Ground(composition.Sentences, AnswerSource.Model, 1);
        Assert.Empty(dropped);
        Assert.Equal(Truth, Assert.Single(answer!.Citations).Quote);
    }

    [Fact]
    public async Task WhereNothingWasFoundItWritesNothing()
    {
        var findings = Asked.Of("Who invented the telephone?", Array.Empty<string>());
        Assert.Empty((await ComposeAsync(new GenerationRequest([findings]), TestContext.Current.CancellationToken)).Sentences);
    }

    [Fact]
    public async Task ToldToStopItThrows() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => ComposeAsync(new GenerationRequest([Asked.Of("When did the ferry begin?", Truth)]), new CancellationToken(canceled: true)));

    [Fact]
    public async Task ManyMayAskAtOnce()
    {
        var findings = Asked.Of("When did the ferry to Solvik begin?", Truth);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ComposeAsync(new GenerationRequest([findings]), TestContext.Current.CancellationToken)));
        Assert.All(all, composition => Assert.Equal(Truth, Assert.Single(composition.Sentences).Text));
    }
}
