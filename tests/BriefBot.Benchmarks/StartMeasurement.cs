using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace BriefBot.Benchmarks;

/// <summary>Starts the service as its operator does, several times on one unchanged folder, and measures from outside.</summary>
internal static class StartMeasurement
{
    private const int Starts = 7;
    private const int Questions = 200;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

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
        var url = $"http://127.0.0.1:{FreePort()}";
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "briefbot.dll"), "--urls", url, "--data", data, "--knowledge", Checkout.Path("knowledge")])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The service did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await UntilReadyAsync(http);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        for (var i = 0; i < Questions; i++)
        {
            using var response = await http.PostAsJsonAsync("/api/ask", new { question = $"How high are the tariffs on India in total, asked {i}?" });
        }

        process.Refresh();
        var megabytes = process.WorkingSet64 / 1e6;
        process.Kill();
        await process.WaitForExitAsync();
        return (milliseconds, megabytes);
    }

    private static async Task UntilReadyAsync(HttpClient http)
    {
        while (true)
        {
            try
            {
                using var response = await http.GetAsync("/health/ready");
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Poll, TimeProvider.System, CancellationToken.None);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
