using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Starts the service as its operator does, several times on one unchanged folder, and measures from outside.</summary>
internal static class StartMeasurement
{
    private const int Starts = 7;
    private const int Questions = 200;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-start").FullName;
        var ready = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i <= Starts; i++)
        {
            var (milliseconds, megabytes) = await StartAsync(data);
            // The first start reads the folder; the others find it unchanged.
            if (i > 0)
            {
                ready.Add(milliseconds);
                memory.Add(megabytes);
            }
        }

        Directory.Delete(data, recursive: true);
        Console.WriteLine($"ready after the process has started, unchanged folder: median {Median(ready):F0} ms of {Starts} starts (from {ready.Min():F0} to {ready.Max():F0})");
        Console.WriteLine($"resident memory after {Questions} questions over HTTP: median {Median(memory):F0} MB (from {memory.Min():F0} to {memory.Max():F0})");
    }

    private static async Task<(double Milliseconds, double Megabytes)> StartAsync(string data)
    {
        await using var service = RunningService.Start(Checkout.Path("knowledge"), data);
        await service.UntilReadyAsync();
        var milliseconds = service.Elapsed.TotalMilliseconds;
        for (var i = 0; i < Questions; i++)
        {
            await service.AskAsync($"How high are the tariffs on India in total, asked {i}?");
        }

        return (milliseconds, service.Memory / 1e6);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
