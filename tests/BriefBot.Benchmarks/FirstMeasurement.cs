using System.Diagnostics;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Directory = System.IO.Directory;

namespace BriefBot.Benchmarks;

/// <summary>
/// What the first reading of 3,000 Markdown files of about 600 words takes beside bare Lucene, which is given the same paragraphs,
/// turn by turn in one run, both onto the disk; and how soon the service is ready on the same folder, read and unchanged.
/// </summary>
internal static class FirstMeasurement
{
    private const int Seed = 3;
    private const int Files = 3_000;
    private const int ParagraphsPerFile = 8;
    private const int Rounds = 4;
    private const int Starts = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-first").FullName;
        var knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
        var paragraphs = GeneratedFolder.Write(knowledge, Files * ParagraphsPerFile, 1, Seed, ParagraphsPerFile).Paragraphs;
        Console.WriteLine($"{Files} files of {paragraphs.Sum(text => text.Count(letter => letter == ' ') + 1) / Files} words on average");
        var (whole, bare) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            whole[round] = await IndexAsync(knowledge, Path.Combine(folder, $"data{round}"));
            var started = Stopwatch.GetTimestamp();
            new BareLucene(new SimpleFSDirectory(Path.Combine(folder, $"lucene{round}")), paragraphs).Dispose();
            bare[round] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"indexed in {whole[round]:F2} s; bare Lucene {bare[round]:F2} s; ratio {whole[round] / bare[round]:F2}");
        }

        Console.WriteLine(
            $"median ratio, without the first turn {whole[1..].Zip(bare[1..], (ours, theirs) => ours / theirs).Order().ElementAt((Rounds - 1) / 2):F2}"
        );
        var ready = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await using var service = RunningService.Start(knowledge, Path.Combine(folder, "data1"));
            await service.UntilReadyAsync();
            ready.Add(service.Elapsed.TotalSeconds);
        }

        Console.WriteLine(
            $"unchanged, ready after the process has started: median {ready.Order().ElementAt(Starts / 2):F2} s of {Starts} starts"
        );
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> IndexAsync(string knowledge, string data)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = knowledge);
        var defaults = new KnowledgeOptions();
        services
            .AddKnowledge()
            .AddRetrieval(_ =>
                IndexFolder.Open(data, $"{defaults.Limits.MinPassageWords}-{defaults.Limits.MaxPassageWords}", NullLogger.Instance)
            )
            .AddAnswers();
        await using var provider = services.BuildServiceProvider();
        var indexer = provider.GetRequiredService<KnowledgeIndexer>();
        var started = Stopwatch.GetTimestamp();
        indexer.Index(CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
