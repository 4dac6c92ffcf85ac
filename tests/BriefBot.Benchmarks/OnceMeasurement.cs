using System.Diagnostics;
using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>
/// Kills the service three hundred times while two thousand questions with ids are asked and retried, then has two services share a
/// thousand in PostgreSQL, then restarts that while a thousand are asked, and says what was wrong after any of it.
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
            var restarted = new ExactlyOnceRun(Path.Combine(folder.FullName, "restarted"), Seed);
            Report(
                "10 restarts of PostgreSQL, 1,000 messages, {0} requests sent again, then all of another service",
                await restarted.RestartAsync(1_000, 10, connection, RestartDatabaseAsync),
                restarted
            );
        }
        else
        {
            Console.WriteLine("Two services were not tried: run it by deploy/try-postgres.");
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Restarts the server that <c>deploy/try-postgres</c> started, which does not run as root.</summary>
    private static async Task RestartDatabaseAsync()
    {
        var program = Path.Combine(Environment.GetEnvironmentVariable("BRIEFBOT_TEST_POSTGRES_BIN")!, "pg_ctl");
        var folder = Environment.GetEnvironmentVariable("BRIEFBOT_TEST_POSTGRES_FOLDER")!;
        string[] restart = [program, $"--pgdata={folder}/data", "--mode=immediate", "--wait", $"--log={folder}/data/log", "restart"];
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "nobody", "--clear-groups", .. restart] : restart;
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var running = Process.Start(start)!;
        await running.WaitForExitAsync();
        if (running.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL was not restarted: exit code {running.ExitCode}.");
        }
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
