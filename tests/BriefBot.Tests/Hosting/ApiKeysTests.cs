using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BriefBot.Tests.Hosting;

/// <summary>Which keys are valid, and that they can be replaced while the service runs.</summary>
public sealed class ApiKeysTests : IDisposable
{
    private const string Old = "an-old-key-of-somebody";
    private const string New = "a-new-key-of-somebody";

    private readonly TemporaryFolder _data = new();
    private readonly CollectingLogger<ApiKeys> _logger = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void TwoKeysAreValidWhileOneIsReplaced()
    {
        var configuration = Configuration(("Http:ApiKey", Old), ("Http:ApiKeys:new", New));
        using var keys = new ApiKeys(configuration, null, _logger);
        Assert.Equal([New, Old], keys.Valid.Order(StringComparer.Ordinal));
        configuration["Http:ApiKey"] = "";
        configuration.Reload();
        Assert.Equal([New], keys.Valid);
        Assert.Contains("Information: API keys changed: 1 valid", _logger.Messages);
    }

    [Fact]
    public void AKeyThatIsTooShortIsRefusedAtTheStartAndPassedOverLater()
    {
        Assert.StartsWith(
            "Http:ApiKeys:x: must have",
            Assert.Throws<StartProblemException>(() => new ApiKeys(Configuration(("Http:ApiKeys:x", "short")), null, _logger)).Message,
            StringComparison.Ordinal
        );
        var configuration = Configuration(("Http:ApiKey", Old));
        using var keys = new ApiKeys(configuration, null, _logger);
        configuration["Http:ApiKey"] = "short";
        configuration.Reload();
        Assert.Equal([Old], keys.Valid);
        Assert.DoesNotContain(_logger.Messages, message => message.Contains("short", StringComparison.Ordinal));
    }

    [Fact]
    public void ThatNoKeyIsSetAnyMoreOpensNothing()
    {
        var configuration = Configuration(("Http:ApiKey", Old));
        using var keys = new ApiKeys(configuration, null, _logger);
        configuration["Http:ApiKey"] = "";
        configuration.Reload();
        Assert.Equal([Old], keys.Valid);
        Assert.Contains("Warning: No API key is set any more: the previous ones stay valid until a restart", _logger.Messages);
    }

    [Fact]
    public void ASettingBesideItThatIsBrokenLeavesTheKeysAsTheyWere()
    {
        var configuration = Configuration(("Http:ApiKey", Old));
        using var keys = new ApiKeys(configuration, null, _logger);
        configuration["Http:PerMinute"] = "many";
        configuration.Reload();
        Assert.Equal([Old], keys.Valid);
    }

    [Fact]
    public async Task TheServicesOwnKeyIsReadAgainWhenItsFileChanges()
    {
        using var keys = new ApiKeys(Configuration(), _data.Path, _logger);
        var first = Assert.Single(keys.Valid);
        var next = new string('k', 40);
        await File.WriteAllTextAsync(ApiKeyFile.PathIn(_data.Path), next, TestContext.Current.CancellationToken);
        await RunningService.UntilAsync(() => Task.FromResult(keys.Valid[0] == next));
        Assert.NotEqual(first, Assert.Single(keys.Valid));
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build();
}
