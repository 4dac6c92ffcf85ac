using System.Diagnostics;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefBot.Benchmarks;

/// <summary>
/// Damages the index at seeded places, before the start and while it answers, and measures how long it takes until every
/// answer is as it was. Nobody helps.
/// </summary>
internal static class DamageMeasurement
{
    private const int Seed = 5;
    private const int BeforeTheStart = 200;
    private const int WhileItAnswers = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-damage").FullName;
        string[] questions =
        [
            .. QuestionsFile
                .Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl"))
                .Select(question => question.Question),
        ];
        var random = new Random(Seed);
        string[] right;
        double first;
        await using (var services = Services(data))
        {
            var started = Stopwatch.GetTimestamp();
            services.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
            right = await AnswersAsync(services, questions);
            first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        // The first reading was cold; a warm one is what the others are compared with.
        Directory.Delete(data, recursive: true);
        await using (var services = Services(data))
        {
            var started = Stopwatch.GetTimestamp();
            services.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
            _ = await AnswersAsync(services, questions);
            Console.WriteLine(
                $"first reading and {questions.Length} answers: {first:F0} ms cold, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms warm"
            );
        }

        await MeasureStartsAsync(data, questions, right, random);
        await MeasureRunningAsync(data, questions, right, random);
        Directory.Delete(data, recursive: true);
    }

    private static async Task MeasureStartsAsync(string data, string[] questions, string[] right, Random random)
    {
        var times = new List<double>();
        for (var i = 0; i < BeforeTheStart; i++)
        {
            Damage(Path.Combine(data, "index"), random);
            var started = Stopwatch.GetTimestamp();
            await using var services = Services(data);
            services.GetRequiredService<KnowledgeIndexer>().Index(CancellationToken.None);
            using var ended = new CancellationTokenSource();
            var keeping = services.GetRequiredService<KnowledgeIndexer>().KeepAsync(ended.Token);
            times.Add(await UntilRightAsync(services, questions, right, started));
            await EndAsync(ended, keeping);
        }

        Print($"{BeforeTheStart} damages before the start", times);
    }

    private static async Task MeasureRunningAsync(string data, string[] questions, string[] right, Random random)
    {
        await using var services = Services(data);
        var indexer = services.GetRequiredService<KnowledgeIndexer>();
        indexer.Index(CancellationToken.None);
        using var ended = new CancellationTokenSource();
        var keeping = indexer.KeepAsync(ended.Token);
        var times = new List<double>();
        for (var i = 0; i < WhileItAnswers; i++)
        {
            Damage(Path.Combine(data, "index"), random);
            times.Add(await UntilRightAsync(services, questions, right, Stopwatch.GetTimestamp()));
        }

        await EndAsync(ended, keeping);
        Print($"{WhileItAnswers} damages while it answered", times);
    }

    /// <summary>An answer that is neither right nor honestly none ends the measurement.</summary>
    private static async Task<double> UntilRightAsync(ServiceProvider services, string[] questions, string[] right, long started)
    {
        while (true)
        {
            var answers = await AnswersAsync(services, questions);
            if (answers.SequenceEqual(right))
            {
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            for (var i = 0; i < answers.Length; i++)
            {
                if (
                    answers[i] != right[i]
                    && answers[i] != nameof(Answer.Unavailable)
                    && services.GetRequiredService<KnowledgeReadiness>().IsComplete
                )
                {
                    throw new InvalidOperationException($"A damaged index answered wrongly: {answers[i]}");
                }
            }

            await Task.Delay(Poll, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<string[]> AnswersAsync(ServiceProvider services, string[] questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(
                await services.GetRequiredService<IAnswerer>().AnswerAsync(question, [], CancellationToken.None) switch
                {
                    Answer.Grounded grounded => grounded.Text,
                    Answer.NotFound notFound => notFound.Reason,
                    _ => nameof(Answer.Unavailable),
                }
            );
        }

        return [.. answers];
    }

    private static void Damage(string folder, Random random)
    {
        var files = Directory
            .GetFiles(folder)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && new FileInfo(file).Length > 0)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var file = files[random.Next(files.Length)];
        if (random.Next(8) == 0)
        {
            File.Delete(file);
            return;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        switch (random.Next(4))
        {
            case 0:
                stream.SetLength(0);
                break;
            case 1:
                stream.SetLength(random.NextInt64(stream.Length));
                break;
            default:
                var bytes = new byte[random.Next(1, 200)];
                random.NextBytes(bytes);
                stream.Position = random.NextInt64(stream.Length);
                stream.Write(bytes.AsSpan(0, (int)Math.Min(bytes.Length, stream.Length - stream.Position)));
                break;
        }
    }

    private static async Task EndAsync(CancellationTokenSource ended, Task keeping)
    {
        await ended.CancelAsync();
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(
            $"{what}: all answers right again after {times[times.Count / 2]:F0} ms in the median, {times[^1]:F0} ms at the longest"
        );
    }

    private static ServiceProvider Services(string data)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions();
        services.Configure<KnowledgeOptions>(options => options.Path = Checkout.Path("knowledge"));
        services.AddKnowledge().AddRetrieval(_ => IndexFolder.Open(data, "", NullLogger.Instance)).AddAnswers();
        return services.BuildServiceProvider();
    }
}
