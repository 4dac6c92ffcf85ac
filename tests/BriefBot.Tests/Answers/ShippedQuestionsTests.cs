using System.Security.Cryptography;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Markdig;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Answers;

/// <summary>The questions that were written and frozen before the first run, asked of the folder as it is shipped.</summary>
public sealed class ShippedQuestionsTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<EvaluationQuestion> Questions = QuestionsFile.Read(
        Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl")
    );

    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync() => _services = await ReadAsync(_ => { });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public void TheShippedFolderHasNoProblems() =>
        Assert.All(_services.GetRequiredService<KnowledgeCatalog>().Documents, document => Assert.Null(document.Problem));

    [Fact]
    public void ThereAreAtLeastSixtyQuestionsAndTwentyCannotBeAnswered()
    {
        Assert.True(Questions.Count >= 60);
        Assert.True(Questions.Count(question => !question.Answerable) >= 20);
    }

    [Fact]
    public async Task ByWordsAloneSevenOfTenAreAnsweredRightlyAndWhatIsSureIsRight()
    {
        var report = await EvaluationRun.RunAsync(Answerer, null, Questions, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(report.RightShare >= 0.7, $"right: {report.All.Right} of {report.All.Answerable}");
        Assert.True(report.RefusedShare >= 0.75, $"refused: {report.All.Refused} of {report.All.Unanswerable}");
        Assert.True(report.All.SureRight >= 0.85 * report.All.Sure, $"right of the sure: {report.All.SureRight} of {report.All.Sure}");
        Assert.True(
            report.All.SureAnyway <= report.All.Unanswerable * 3.0 / 20,
            $"said as sure: {report.All.SureAnyway} of {report.All.Unanswerable}"
        );
    }

    [Fact]
    public async Task NineOfTenAreAnsweredRightlyAndThreeOfTwentyAtMostAreSaidAsSureThatCanNotBeAnswered()
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        await using var services = await ReadAsync(services =>
            services.AddEmbeddings(ShippedEmbeddingModel.Find()!, _ => "", Timeout.InfiniteTimeSpan)
        );
        var report = await EvaluationRun.RunAsync(
            services.GetRequiredService<IAnswerer>(),
            null,
            Questions,
            _ => { },
            TestContext.Current.CancellationToken
        );
        Assert.True(report.RightShare >= 36.0 / 40, $"right: {report.All.Right} of {report.All.Answerable}");
        Assert.True(report.All.SureRight >= 0.95 * report.All.Sure, $"right of the sure: {report.All.SureRight} of {report.All.Sure}");
        Assert.True(
            report.All.SureAnyway <= report.All.Unanswerable * 3.0 / 20,
            $"said as sure: {report.All.SureAnyway} of {report.All.Unanswerable}"
        );
    }

    /// <summary>
    /// Replayed from the file alone: the words between the lines, markup rendered away by the parser, white space folded.
    /// </summary>
    [Fact]
    public async Task EveryQuoteOfEveryAnswerStandsInItsFileAtItsLines()
    {
        var count = 0;
        foreach (var question in Questions)
        {
            var answer = await Answerer.AnswerAsync(question.Question, [], TestContext.Current.CancellationToken);
            foreach (var citation in answer is Answer.Grounded grounded ? grounded.Citations : [])
            {
                AssertVerbatim(citation);
                count++;
            }
        }

        Assert.True(count >= 40);
    }

    [Fact]
    public async Task WhatComesClosestIsQuotedFromItsFileToo()
    {
        foreach (var question in Questions.Where(question => !question.Answerable))
        {
            var answer = await Answerer.AnswerAsync(question.Question, [], TestContext.Current.CancellationToken);
            foreach (var closest in answer is Answer.NotFound notFound ? notFound.Closest : [])
            {
                var rendered = Rendered(File.ReadAllText(Checkout.Path("knowledge/" + closest.Path)));
                Assert.Contains(Fold(closest.Quote.Replace(" | ", " ", StringComparison.Ordinal)), rendered, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<ServiceProvider> ReadAsync(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = Checkout.Path("knowledge"));
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        more(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken);
        return provider;
    }

    private IAnswerer Answerer => _services.GetRequiredService<IAnswerer>();

    private static void AssertVerbatim(Citation citation)
    {
        var file = Checkout.Path("knowledge/" + citation.Path);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), citation.Hash);
        var lines = File.ReadAllLines(file)[(citation.Place.First - 1)..citation.Place.Last];
        // A row of a table is one only beneath its head.
        var text = lines[0].StartsWith('|')
            ? string.Join('\n', lines).Replace("|", " ", StringComparison.Ordinal)
            : string.Join('\n', lines);
        Assert.Contains(Fold(citation.Quote.Replace(" | ", " ", StringComparison.Ordinal)), Rendered(text), StringComparison.Ordinal);
    }

    private static string Rendered(string markdown) => Fold(Markdown.ToPlainText(markdown.Replace("|", " ", StringComparison.Ordinal)));

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
