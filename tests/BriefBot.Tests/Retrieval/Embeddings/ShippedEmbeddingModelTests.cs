using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace BriefBot.Tests.Retrieval.Embeddings;

/// <summary>The model that is built in, where it is.</summary>
public sealed class ShippedEmbeddingModelTests
{
    private const string WithoutOne = "Built without embeddings.";

    [Fact]
    public async Task AQuestionInOtherWordsIsNearerToItsAnswerThanToWhatSharesItsWords()
    {
        using var model = Load(out var shipped);
        var question = await EmbedAsync(model, shipped.QuestionPrefix + "how much did they pay for the boat lol");
        var answer = await EmbedAsync(model, "The ferry: Its purchase price was 40,000 kroner.");
        var other = await EmbedAsync(model, "The ferry: They did much of the work on the boat for the harbour.");
        Assert.Equal(shipped.Dimensions, question.Length);
        Assert.Equal(1, Cosine(answer, answer), 1e-5);
        Assert.True(Cosine(question, answer) > Cosine(question, other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Żółć 日本語 😀 c++ \u0000 \uFFFD")]
    public async Task AnyTextHasAVector(string text)
    {
        using var model = Load(out _);
        var vector = await EmbedAsync(model, text);
        Assert.Equal(1, Cosine(vector, vector), 1e-5);
    }

    [Fact]
    public async Task ATextOfAnyLengthHasAVector()
    {
        using var model = Load(out _);
        var vector = await EmbedAsync(model, string.Concat(Enumerable.Repeat("many words ", 5000)));
        Assert.Equal(1, Cosine(vector, vector), 1e-5);
    }

    [Fact]
    public async Task NothingIsReportedToItsMakersAndNothingWrittenOutsideTheDataFolder()
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null && OperatingSystem.IsLinux(), WithoutOne);
        using var knowledge = new TemporaryFolder().With("a.md", "# The ferry\n\nThe ferry began on 4 May 1931.");
        using var data = new TemporaryFolder();
        using var home = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            ["Retrieval__Embeddings"] = "true",
            ["HOME"] = home.Path,
            ["CI"] = "",
            ["XDG_CACHE_HOME"] = home.Path,
        };
        using var service = ServiceProcess.Start(
            environment,
            "serve",
            "--knowledge",
            knowledge.Path,
            "--data",
            data.Path,
            "--urls",
            "http://127.0.0.1:0"
        );
        await service.UntilAsync("Embeddings ready for");
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Path));
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Load(out EmbeddingModel model)
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, WithoutOne);
        model = ShippedEmbeddingModel.Find()!;
        return model.Load();
    }

    private static async Task<float[]> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> model, string text) =>
        (await model.GenerateAsync([text], cancellationToken: TestContext.Current.CancellationToken))[0].Vector.ToArray();

    private static double Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
