using BriefBot.Tests.Fakes;

namespace BriefBot.Benchmarks;

/// <summary>Has a thousand hostile files come and go under a running service, as another user than root, and says what was wrong.</summary>
internal static class ComeAndGoMeasurement
{
    private const int Files = 1_000;
    private const int Seed = 20;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefbot-come-and-go");
        var defects = await new HostileRun(folder.FullName, Seed).RunAsync(Files);
        foreach (var defect in defects)
        {
            Console.WriteLine(defect);
        }

        Console.WriteLine($"{Files} hostile files came and went, {defects.Count} defects");
        folder.Delete(recursive: true);
    }
}
