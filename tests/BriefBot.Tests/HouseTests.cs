namespace BriefBot.Tests;
public sealed class HouseTests
{
    [Fact]
    public void TheHouseStands() => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "BriefBot.Core.dll")));
}
