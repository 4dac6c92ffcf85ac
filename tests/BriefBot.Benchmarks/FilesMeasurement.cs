using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>
/// Starts the service, as another user than root, on a folder of files that mean harm with a few good ones among them: when
/// those are answered, when all is done, how much memory it and what it starts take, and how soon the second start is ready.
/// </summary>
internal static class FilesMeasurement
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-files").FullName;
        try
        {
            await MeasureAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder)
    {
        var knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        HostileFiles.WriteGood(knowledge);
        var hostile = HostileFiles.WriteHostile(knowledge).Append("locked.md").ToArray();
        File.WriteAllText(Path.Combine(knowledge, "locked.md"), "Text.");
        if (!OperatingSystem.IsWindows())
        {
            // Another user must be able to write the data, and must not be able to read this one.
            var all =
                UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupWrite
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherWrite
                | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(folder, all);
            File.SetUnixFileMode(data, all);
            File.SetUnixFileMode(Path.Combine(knowledge, "locked.md"), UnixFileMode.None);
        }

        await MeasureFirstAsync(knowledge, data, hostile);
        await using var second = RunningService.Start(
            knowledge,
            data,
            asNobody: true,
            "Chat__AuthorPerMinute=1000000",
            "Logging__LogLevel__Default=Warning"
        );
        await second.UntilReadyAsync();
        Console.WriteLine($"second start ready after {second.Elapsed.TotalSeconds:F2} s");
        await RunningService.UntilAsync(() => IsDoneAsync(second));
        Console.WriteLine($"second start done after {second.Elapsed.TotalSeconds:F2} s");
    }

    private static async Task MeasureFirstAsync(string knowledge, string data, string[] hostile)
    {
        await using var service = RunningService.Start(
            knowledge,
            data,
            asNobody: true,
            "Chat__AuthorPerMinute=1000000",
            "Logging__LogLevel__Default=Warning"
        );
        using var ended = new CancellationTokenSource();
        var watching = WatchAsync(service, ended.Token);
        await service.UntilReadyAsync();
        Console.WriteLine($"ready after {service.Elapsed.TotalSeconds:F2} s");
        await RunningService.UntilAsync(() => AreAnsweredAsync(service));
        Console.WriteLine($"all {HostileFiles.Questions.Count} good files answered after {service.Elapsed.TotalSeconds:F2} s");
        var slowest = 0.0;
        await RunningService.UntilAsync(
            async () =>
            {
                var asked = Stopwatch.GetTimestamp();
                await AreAnsweredAsync(service);
                slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(asked).TotalMilliseconds / HostileFiles.Questions.Count);
                return await IsDoneAsync(service);
            },
            TimeSpan.FromHours(1)
        );
        Console.WriteLine(
            $"{hostile.Length} hostile files done after {service.Elapsed.TotalSeconds:F2} s; the slowest {HostileFiles.Questions.Count} answers "
                + $"meanwhile {slowest:F0} ms each"
        );
        await ended.CancelAsync();
        Console.WriteLine($"most memory of all processes together {await watching / 1e6:F0} MB");
        var documents = await service.Http.GetFromJsonAsync<JsonElement>("/api/documents");
        var told = documents
            .EnumerateArray()
            .ToDictionary(
                document => document.GetProperty("path").GetString() ?? "",
                document =>
                    $"{document.GetProperty("state").GetString()}, {document.GetProperty("passages").GetInt32()} passages: {document.GetProperty("problem").GetString()}"
            );
        foreach (var name in hostile)
        {
            var line = told.GetValueOrDefault(name, "not listed; named in the log");
            Console.WriteLine($"  {name}: {line[..Math.Min(line.Length, 150)]}");
        }

        var answer = await service.AskAsync("When was the mill over the Weser opened?");
        Console.WriteLine(
            $"a question whose answer stands in nine million characters: {answer.GetProperty("text").GetString()?.Length} characters, JSON "
                + $"{answer.GetRawText().Length}"
        );
    }

    private static async Task<bool> IsDoneAsync(RunningService service) => await service.Http.GetStringAsync("/health/ready") == "ready";

    private static async Task<bool> AreAnsweredAsync(RunningService service)
    {
        var right = true;
        foreach (var (question, answer) in HostileFiles.Questions)
        {
            right &=
                (await service.AskAsync(question)).TryGetProperty("text", out var text)
                && text.GetString()?.Contains(answer, StringComparison.Ordinal) == true;
        }

        return right;
    }

    private static async Task<long> WatchAsync(RunningService service, CancellationToken ended)
    {
        var most = 0L;
        while (!ended.IsCancellationRequested)
        {
            most = Math.Max(most, service.MemoryOfAll());
            await Task.Delay(Poll, TimeProvider.System, CancellationToken.None);
        }

        return most;
    }
}
