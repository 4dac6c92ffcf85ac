using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>What means harm comes into the folder of a running service and goes.</summary>
public sealed class HostileFolderTests
{
    private const int Files = 100;

    [Fact]
    public async Task TheServiceAnswersAllAlongAndNamesEachFileWithItsReason()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(await new HostileRun(folder.Path, seed: 5).RunAsync(Files));
    }
}
