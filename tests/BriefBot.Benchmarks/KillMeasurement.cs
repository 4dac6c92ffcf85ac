using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Kills the service two hundred times while its folder changes, and says what was wrong after any of it.</summary>
internal static class KillMeasurement
{
    private const int Kills = 200;
    private const int Seed = 20;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-kill");
        var defects = await new KillingRun(folder.FullName, Seed).RunAsync(Kills);
        foreach (var defect in defects)
        {
            Console.WriteLine(defect);
        }

        Console.WriteLine($"{Kills} kills, {defects.Count} defects");
        folder.Delete(recursive: true);
    }
}
