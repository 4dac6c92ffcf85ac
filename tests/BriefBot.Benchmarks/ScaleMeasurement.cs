using System.Diagnostics;
using BriefBot.Answers;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Directory = System.IO.Directory;

namespace BriefBot.Benchmarks;

/// <summary>
/// What a whole answer costs beside bare Lucene on generated folders of two sizes, both with their index on disk and read in
/// the way that is fastest, question by question in one run. The questions are asked in rounds; the last is counted.
/// </summary>
internal static class ScaleMeasurement
{
    private const int Seed = 1;
    private const int Questions = 600;
    private const int Rounds = 4;

    private static readonly int[] Passages = [440, 15_000];

    public static async Task RunAsync()
    {
        foreach (var passages in Passages)
        {
            var folder = Directory.CreateTempSubdirectory("briefbot-scale").FullName;
            try
            {
                await MeasureAsync(folder, passages);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(string folder, int passages)
    {
        var knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
        var generated = GeneratedFolder.Write(knowledge, passages, Questions, Seed);
        await using var services = Services(knowledge, Path.Combine(folder, "data"));
        var started = Stopwatch.GetTimestamp();
        services.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
        var indexing = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        using var lucene = new BareLucene(new SimpleFSDirectory(Path.Combine(folder, "lucene")), generated.Paragraphs);
        var bareIndexing = Stopwatch.GetElapsedTime(started);
        var answerer = services.GetRequiredService<IAnswerer>();
        var answered = 0;
        var whole = new double[generated.Questions.Count];
        var bare = new double[generated.Questions.Count];
        for (var round = 0; round < Rounds; round++)
        {
            answered = 0;
            for (var i = 0; i < whole.Length; i++)
            {
                var question = generated.Questions[i];
                bare[i] = Milliseconds(() => lucene.Search(question));
                whole[i] = Milliseconds(() =>
                    answered += answerer.AnswerAsync(question, [], CancellationToken.None).Result is Answer.Grounded ? 1 : 0
                );
            }
        }

        Print($"{generated.Paragraphs.Count} passages, {whole.Length} questions ({answered} answered)", whole, bare);
        Console.WriteLine($"  indexed in {indexing.TotalSeconds:F1} s; bare Lucene {bareIndexing.TotalSeconds:F1} s");
    }

    private static ServiceProvider Services(string knowledge, string data)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = knowledge);
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.Open(data, "", NullLogger.Instance)).AddAnswers();
        return services.BuildServiceProvider();
    }

    private static double Milliseconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(string name, double[] whole, double[] bare)
    {
        Array.Sort(whole);
        Array.Sort(bare);
        var (median, late) = (whole.Length / 2, whole.Length * 95 / 100);
        Console.WriteLine(
            $"{name}: whole answer p50 {whole[median]:F3} ms, p95 {whole[late]:F3} ms; bare Lucene top ten p50 {bare[median]:F3} ms, p95 {bare[late]:F3} ms;"
                + $" ratio p50 {whole[median] / bare[median]:F2}, p95 {whole[late] / bare[late]:F2}"
        );
    }
}
