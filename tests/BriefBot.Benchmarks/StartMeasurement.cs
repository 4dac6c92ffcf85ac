using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Starts the service as its operator does, several times on one unchanged folder, and measures from outside.</summary>
internal static class StartMeasurement
{
    private const int Starts = 7;
    private const int Questions = 200;
    private const int Timed = 100;

    /// <summary>By then the model is loaded, which nothing waits for.</summary>
    private static readonly TimeSpan AskFor = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        foreach (var setting in new[] { "Retrieval__Embeddings=false", "Retrieval__Embeddings=true" })
        {
            await RunAsync(setting);
        }
    }

    private static async Task RunAsync(string setting)
    {
        var data = Directory.CreateTempSubdirectory("briefbot-start").FullName;
        var starts = new List<(double Ready, double Megabytes, double Question)>();
        for (var i = 0; i <= Starts; i++)
        {
            starts.Add(await StartAsync(data, setting));
        }

        Directory.Delete(data, recursive: true);
        Console.WriteLine(setting);
        // The first start reads the folder and makes its vectors; the others find it unchanged.
        Print("ready after the process has started, unchanged folder", "ms", starts.Skip(1).Select(start => start.Ready));
        Print($"resident memory after {Questions} questions over HTTP or more", "MB", starts.Skip(1).Select(start => start.Megabytes));
        Print("a question over HTTP, each of which is new, median", "ms", starts.Skip(1).Select(start => start.Question));
    }

    private static async Task<(double Ready, double Megabytes, double Question)> StartAsync(string data, string setting)
    {
        await using var service = RunningService.Start(
            Checkout.Path("knowledge"),
            data,
            false,
            setting,
            $"Chat__AuthorPerMinute={ChatOptions.MostPerMinute}"
        );
        await service.UntilReadyAsync();
        var ready = service.Elapsed.TotalMilliseconds;
        var took = new List<double>();
        for (var i = 0; i < Questions || service.Elapsed < AskFor; i++)
        {
            var began = service.Elapsed;
            await service.AskAsync($"How high are the tariffs on India in total, asked {i}?");
            took.Add((service.Elapsed - began).TotalMilliseconds);
        }

        return (ready, service.Memory / 1e6, Median(took.TakeLast(Timed)));
    }

    private static void Print(string what, string unit, IEnumerable<double> values)
    {
        var all = values.ToArray();
        Console.WriteLine($"  {what}: median {Median(all):F1} {unit} of {all.Length} starts (from {all.Min():F1} to {all.Max():F1})");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
