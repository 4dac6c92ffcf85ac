using System.Diagnostics;
using BriefBot.Answers.Evaluation;
using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>
/// Sixty people ask over HTTP while one asks what means harm, without a pause; then the service is told to end in the middle.
/// </summary>
internal static class CrowdMeasurement
{
    private const int Seed = 4;
    private const int People = 60;
    private const int QuestionsEach = 20;

    private static readonly string[] Worst =
    [
        "which free tool records long meetings without accounts, adverts or other limits",
        "which is bigger " + string.Join(' ', Enumerable.Repeat("the of and so", 140)) + " or the other",
    ];

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-crowd").FullName;
        await using var service = RunningService.Start(
            Checkout.Path("knowledge"),
            data,
            settings: ["Chat__AuthorPerMinute=1000000", "Logging__LogLevel__Default=Warning"]
        );
        await service.UntilReadyAsync();
        await service.AskAsync("What is BriefBot?");
        string[] real =
        [
            .. QuestionsFile
                .Read(Checkout.Path("tests/BriefBot.Tests/Answers/shipped-questions.jsonl"))
                .Select(question => question.Question),
        ];
        var hostile = new HostileText(Seed, real);
        using var ended = new CancellationTokenSource();
        var harming = HarmAsync(service, hostile, ended.Token);
        var times = new List<double>();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => AskAsync(service, real, person, times)));
        await ended.CancelAsync();
        var asked = await harming;
        Console.WriteLine(
            $"{People} people, {times.Count} questions, while one asked {asked} that mean harm: median "
                + $"{times.Order().ElementAt(times.Count / 2):F0} ms, longest {times.Max():F0} ms"
        );
        var last = Enumerable.Range(0, People).Select(person => service.AskAsync(Worst[person % Worst.Length])).ToArray();
        var (exitCode, took) = await service.TerminateAsync();
        Console.WriteLine($"told to end with {last.Length} questions on their way: exit code {exitCode} after {took.TotalSeconds:F2} s");
        await Task.WhenAll(
            last.Select(answer =>
                answer.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)
            )
        );
        Directory.Delete(data, recursive: true);
    }

    private static async Task AskAsync(RunningService service, string[] real, int person, List<double> times)
    {
        for (var i = 0; i < QuestionsEach; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await service.AskAsync(real[(person + (i * 7)) % real.Length]);
            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    private static async Task<int> HarmAsync(RunningService service, HostileText hostile, CancellationToken ended)
    {
        var asked = 0;
        while (!ended.IsCancellationRequested)
        {
            var question = MessageText.Clean(asked % 5 == 0 ? Worst[asked / 5 % Worst.Length] : hostile.Question());
            await service.AskAsync(question.Length > 0 ? question : "?");
            asked++;
        }

        return asked;
    }
}
