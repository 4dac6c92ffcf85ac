using System.Net.Http.Json;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>What a running service has loaded, where the system shows it (Linux).</summary>
public sealed class LoadedTests
{
    private static readonly string[] OfModels = ["Microsoft.SemanticKernel", "OpenAI.dll", "Azure.", "Polly", "Microsoft.Extensions.AI"];
    private static readonly string[] OfEmbeddings = ["OnnxRuntime", "FastBertTokenizer", "model.onnx"];

    [Fact]
    public async Task WithoutAModelNothingOfSemanticKernelIsLoaded() => Assert.DoesNotContain(await LoadedAsync([]), IsOfModels);

    [Fact]
    public async Task WithAModelItIs() =>
        Assert.Contains(
            await LoadedAsync(
                new Dictionary<string, string> { ["Answers__Model__Endpoint"] = "http://127.0.0.1:9/v1", ["Answers__Model__Name"] = "none" }
            ),
            IsOfModels
        );

    [Fact]
    public async Task WithoutEmbeddingsNothingOfThemIsLoaded() => Assert.DoesNotContain(await LoadedAsync([]), IsOfEmbeddings);

    [Fact]
    public async Task WithEmbeddingsTheyAre()
    {
        Assert.SkipUnless(ShippedEmbeddingModel.Find() is not null, "Built without embeddings.");
        Assert.Contains(
            await LoadedAsync(new Dictionary<string, string> { ["Retrieval__Embeddings"] = "true" }, "Embeddings ready for"),
            IsOfEmbeddings
        );
    }

    private static bool IsOfEmbeddings(string file) => OfEmbeddings.Any(name => file.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfModels(string file) => OfModels.Any(name => file.StartsWith(name, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> LoadedAsync(Dictionary<string, string> environment, string until = "passages")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists what a process has mapped.");
        using var knowledge = new TemporaryFolder().With("a.md", "# The ferry\n\nThe ferry began on 4 May 1931.");
        using var data = new TemporaryFolder();
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
        var url = (await service.UntilAsync("answers at")).Split(' ')[^1];
        await service.UntilAsync(until);
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(
            new Uri(new Uri(url), "/api/ask"),
            new { question = "When did the ferry begin?" },
            TestContext.Current.CancellationToken
        );
        var mapped = await File.ReadAllLinesAsync($"/proc/{service.Id}/maps", TestContext.Current.CancellationToken);
        string[] files =
        [
            .. mapped.Where(line => line.Contains('/', StringComparison.Ordinal)).Select(line => Path.GetFileName(line)).Distinct(),
        ];
        Assert.Contains("Lucene.Net.dll", files);
        return files;
    }
}
