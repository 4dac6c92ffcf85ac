using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The service is killed at any moment, and its next start has the folder's truth.</summary>
public sealed class KilledServiceTests
{
    private const int Kills = 10;

    [Fact]
    public async Task AfterEveryKillNothingIsLostAndNothingIsThereTwice()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(await new KillingRun(folder.Path, seed: 7).RunAsync(Kills));
    }
}
