using System.Collections.Concurrent;
using System.Globalization;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Twice ten thousand malformed requests: what came back, and whether the service keeps anything of them.</summary>
internal static class MalformedMeasurement
{
    private const int Seed = 7;
    private const int Requests = 10_000;
    private const int AtOnce = 32;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("briefbot-malformed").FullName;
        await using (
            var service = RunningService.Start(
                Checkout.Path("knowledge"),
                data,
                false,
                "Chat__AuthorPerMinute=1000000",
                "Logging__LogLevel__Default=Critical"
            )
        )
        {
            await service.UntilReadyAsync();
            var first = await SendAllAsync(service, Seed);
            var second = await SendAllAsync(service, Seed + 1);
            Console.WriteLine(
                $"resident memory after the second {Requests:N0} is {(double)second / first:F2} of that after the first ({first / 1e6:F0} MB, {second / 1e6:F0} MB)"
            );
            await service.AskAsync("What is BriefBot?");
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task<long> SendAllAsync(RunningService service, int seed)
    {
        var malformed = new MalformedRequests(seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => malformed.Next()).ToArray();
        var statuses = new ConcurrentDictionary<string, int>();
        var traces = 0;
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (request, token) =>
            {
                var response = await MalformedRequests.SendAsync(service.Http.BaseAddress!, request.Bytes, request.IsSlow, token);
                statuses.AddOrUpdate(response.Length > 12 ? response[9..12] : "none", 1, (_, count) => count + 1);
                traces += response.Contains("\n   at ", StringComparison.Ordinal) ? 1 : 0;
            }
        );
        var counts = statuses
            .OrderBy(status => status.Key, StringComparer.Ordinal)
            .Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Value} × {status.Key}"));
        Console.WriteLine($"{Requests:N0} malformed requests: {string.Join(", ", counts)}; {traces} stack traces");
        return service.Memory;
    }
}
