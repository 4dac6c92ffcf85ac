using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>
/// Kills the service three hundred times while two thousand questions with ids are asked and retried, then has two services share a
/// thousand in PostgreSQL, and says what was wrong after any of it.
/// </summary>
internal static class OnceMeasurement
{
    private const int Seed = 40;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-once");
        var killed = new ExactlyOnceRun(Path.Combine(folder.FullName, "killed"), Seed);
        Report($"300 kills, 2,000 messages, {{0}} requests sent again", await killed.KillAsync(2_000, 300), killed);
        if (Environment.GetEnvironmentVariable("BRIEFBOT_TEST_POSTGRES") is { Length: > 0 } connection)
        {
            var shared = new ExactlyOnceRun(Path.Combine(folder.FullName, "shared"), Seed);
            Report("2 services, 1,000 messages given to both, {0} requests sent again", await shared.ShareAsync(1_000, connection), shared);
        }
        else
        {
            Console.WriteLine("Two services were not tried: run it by deploy/try-postgres.");
        }

        folder.Delete(recursive: true);
    }

    private static void Report(string what, IReadOnlyList<string> defects, ExactlyOnceRun run)
    {
        foreach (var defect in defects)
        {
            Console.WriteLine(defect);
        }

        Console.WriteLine(
            $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, what, run.Retried)}: {defects.Count} defects"
        );
    }
}
