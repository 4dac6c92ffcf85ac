using System.Diagnostics;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefBot.Benchmarks;

/// <summary>What the vectors of about 1,000 passages cost: the shipped articles, once and again under other titles.</summary>
internal static class VectorsMeasurement
{
    private const int Copies = 60;
    private const int Batch = 16;

    public static async Task RunAsync()
    {
        var model =
            ShippedEmbeddingModel.Find() ?? throw new InvalidOperationException("Built without embeddings: leave out -p:Embeddings=false.");
        var knowledge = Directory.CreateTempSubdirectory("briefbot-vectors").FullName;
        var data = Directory.CreateTempSubdirectory("briefbot-vectors").FullName;
        var texts = Directory.GetFiles(Checkout.Path("knowledge"), "*-*.md").Select(File.ReadAllText).ToArray();
        for (var i = 0; i < Copies; i++)
        {
            var text = string.Join("\n\n", texts.Select(text => text[(text.IndexOf("\n#", StringComparison.Ordinal) + 1)..]));
            await File.WriteAllTextAsync(Path.Combine(knowledge, $"{i}.md"), $"---\ntitle: Copy {i}\n---\n{text}");
        }

        var services = new ServiceCollection();
        services.AddLogging().AddOptions().Configure<KnowledgeOptions>(options => options.Path = knowledge);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.InMemory()).AddAnswers();
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        var reader = provider.GetRequiredService<IPassageReader>();
        var passages = provider
            .GetRequiredService<KnowledgeCatalog>()
            .Documents.SelectMany(document => reader.Read(document.Path))
            .ToArray();
        var embedded = new EmbeddedUnits(
            model,
            () => VectorStore.Open(data, model.Version),
            Timeout.InfiniteTimeSpan,
            TimeProvider.System,
            NullLogger<EmbeddedUnits>.Instance
        );
        embedded.Load();
        var began = Stopwatch.GetTimestamp();
        foreach (var batch in passages.Chunk(Batch))
        {
            var made = new List<(string, ReadOnlyMemory<byte>)>();
            foreach (var passage in batch)
            {
                made.Add(await embedded.MakeAsync(passage, () => Task.CompletedTask, CancellationToken.None));
            }

            embedded.Keep(made);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var bytes = Directory.EnumerateFiles(VectorStore.PathIn(data)).Sum(file => new FileInfo(file).Length);
        var sentences = passages.Sum(passage => new UnitTexts(passage).Texts.Count);
        Console.WriteLine(
            $"{passages.Length} passages, {sentences} sentences: {seconds:F0} s, {bytes / 1e6:F1} MB; "
                + $"for 1,000 passages {1000 * seconds / passages.Length:F0} s and {1000 * bytes / 1e6 / passages.Length:F1} MB"
        );
        embedded.Dispose();
        Directory.Delete(knowledge, recursive: true);
        Directory.Delete(data, recursive: true);
    }
}
