using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BriefBot.Tests.Hosting;

/// <summary>Names that are almost those of settings are not passed over.</summary>
public sealed class NearSettingsTests
{
    [Theory]
    [InlineData("DISCORD_TOKEN", "Discord__Token")]
    [InlineData("Discord_Token", "Discord__Token")]
    [InlineData("HTTP_APIKEY", "Http__ApiKey")]
    [InlineData("ANSWERS_MODEL_KEY", "Answers__Model__Key")]
    [InlineData("Chatt__AuthorPerMinute", "Chat__…")]
    [InlineData("Knowlegde__Path", "Knowledge__…")]
    public void ANearMissInTheEnvironmentIsNamedWithWhatWasMeant(string name, string meant) =>
        Assert.Equal([(name, meant)], NearSettings.FindNearMisses([name]));

    [Theory]
    [InlineData("Discord__Token")]
    [InlineData("HTTP_PROXY")]
    [InlineData("PATH")]
    [InlineData("DATA_DIR")]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("Char__X__Y")]
    public void WhatIsASettingOrSomebodyElsesIsNot(string name) =>
        Assert.Equal(name.StartsWith("Char", StringComparison.Ordinal) ? 1 : 0, NearSettings.FindNearMisses([name]).Count());

    [Fact]
    public void AnUnknownSectionInAFileOfSettingsStopsTheStart()
    {
        using var folder = new TemporaryFolder().With(
            "settings.json",
            """{ "Chatt": { "AuthorPerMinute": 5 }, "Chat": { "AuthorPerMinute": 5 } }"""
        );
        var configuration = new ConfigurationBuilder().AddJsonFile(folder["settings.json"]).Build();
        var problem = Assert.Throws<StartProblemException>(() => SettingsCheck.Keys(configuration, Settings.Sections));
        Assert.StartsWith("settings.json: Chatt isn’t a setting. There are ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMistypedNameAmongTheSecretsStopsTheStart()
    {
        using var folder = new TemporaryFolder().With("Discord_Token", "secret");
        var configuration = new ConfigurationBuilder().AddKeyPerFile(folder.Path).Build();
        var problem = Assert.Throws<StartProblemException>(() => SettingsCheck.Keys(configuration, Settings.Sections));
        Assert.Equal(ExitCode.Usage, problem.ExitCode);
        Assert.Equal("/run/secrets: Discord_Token isn’t a setting. Did you mean Discord__Token?", problem.Message);
    }
}
