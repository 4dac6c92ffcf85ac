using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Edits and deletes files of a large folder under a running service, and asks until it knows.</summary>
internal static class LiveMeasurement
{
    private const int Files = 10_000;
    private const int Edits = 60;
    private const int Deletes = 10;
    private const int Burst = 1_000;
    private const int Words = 100;

    /// <summary>How many different words there are in all, as in a folder on many things.</summary>
    private const int Vocabulary = 20_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-live");
        var knowledge = folder.CreateSubdirectory("knowledge").FullName;
        var random = new Random(5);
        for (var i = 0; i < Files; i++)
        {
            Write(knowledge, i, string.Join(' ', Enumerable.Range(0, Words).Select(_ => Word(random))));
        }

        await using (
            var service = RunningService.Start(
                knowledge,
                folder.CreateSubdirectory("data").FullName,
                false,
                "Chat__AuthorPerMinute=1000000",
                "Chat__ChannelPerMinute=1000000"
            )
        )
        {
            await RunningService.UntilAsync(async () => await service.Http.GetStringAsync("/health/ready") == "ready");
            Console.WriteLine(Text($"{Files} files read after {service.Elapsed.TotalSeconds:F1} s"));
            await EditAsync(service, knowledge, random);
            await DeleteAsync(service, knowledge, random);
            await BurstAsync(service, knowledge, random);
        }

        folder.Delete(recursive: true);
    }

    private static async Task EditAsync(RunningService service, string knowledge, Random random)
    {
        var times = new List<double>();
        for (var i = 0; i < Edits; i++)
        {
            var (place, keeper) = (Name(random), Name(random));
            Write(knowledge, random.Next(Files), $"The keeper of the lighthouse of {place} is {keeper}.");
            times.Add(await KnownAsync(service, place, keeper));
        }

        times.Sort();
        Console.WriteLine(
            Text(
                $"an edited file is answered from after: p50 {times[Edits / 2]:F0} ms, p95 {times[Edits * 95 / 100]:F0} ms, longest {times[^1]:F0} ms of {Edits}"
            )
        );
    }

    private static async Task DeleteAsync(RunningService service, string knowledge, Random random)
    {
        var cited = 0;
        var times = new List<double>();
        for (var i = 0; i < Deletes; i++)
        {
            var (place, keeper) = (Name(random), Name(random));
            var file = Files + i;
            Write(knowledge, file, $"The keeper of the lighthouse of {place} is {keeper}.");
            await KnownAsync(service, place, keeper);
            var began = Stopwatch.GetTimestamp();
            File.Delete(PathOf(knowledge, file));
            await RunningService.UntilAsync(async () =>
                !(await service.Http.GetStringAsync("/api/documents")).Contains(
                    Path.GetFileName(PathOf(knowledge, file)),
                    StringComparison.Ordinal
                )
            );
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            cited += await IsKnownAsync(service, place, keeper) ? 1 : 0;
        }

        times.Sort();
        Console.WriteLine(
            Text(
                $"a deleted file has left the list after: p50 {times[Deletes / 2]:F0} ms, longest {times[^1]:F0} ms of {Deletes}; cited after that: {cited}"
            )
        );
    }

    private static async Task BurstAsync(RunningService service, string knowledge, Random random)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Burst; i++)
        {
            Write(knowledge, i, string.Join(' ', Enumerable.Range(0, Words).Select(_ => Word(random))));
        }

        var (place, keeper) = (Name(random), Name(random));
        Write(knowledge, Burst, $"The keeper of the lighthouse of {place} is {keeper}.");
        await KnownAsync(service, place, keeper);
        Console.WriteLine(
            Text(
                $"of {Burst} files changed at once the last is answered from after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms"
            )
        );
    }

    private static async Task<double> KnownAsync(RunningService service, string place, string keeper)
    {
        var began = Stopwatch.GetTimestamp();
        await RunningService.UntilAsync(() => IsKnownAsync(service, place, keeper));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<bool> IsKnownAsync(RunningService service, string place, string keeper)
    {
        var answer = await service.AskAsync($"Who is the keeper of the lighthouse of {place}?");
        return answer.TryGetProperty("citations", out var citations)
            && citations.ValueKind == JsonValueKind.Array
            && citations
                .EnumerateArray()
                .Any(citation => citation.GetProperty("quote").GetString()!.Contains(keeper, StringComparison.Ordinal));
    }

    private static void Write(string knowledge, int i, string text) => File.WriteAllText(PathOf(knowledge, i), text);

    private static string PathOf(string knowledge, int i)
    {
        var folder = Directory.CreateDirectory(Path.Combine(knowledge, Text($"{i % 100:D2}")));
        return Path.Combine(folder.FullName, Text($"file-{i:D5}.md"));
    }

    private static string Word(Random random)
    {
        var letters = new char[6];
        var number = random.Next(Vocabulary);
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + ((number + i) % 26));
            number = number * 7 / 26;
        }

        return new string(letters);
    }

    private static string Name(Random random) => "Q" + string.Concat(Enumerable.Range(0, 9).Select(_ => (char)('a' + random.Next(26))));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
