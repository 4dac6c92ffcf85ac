using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BriefBot.Tests.Hosting;

/// <summary>A file of settings that changes while the service runs.</summary>
public sealed class LiveSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With(
        "knowledge/bridge.md",
        "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
    );

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatIsRightIsInForceAndWhatIsWrongLeavesWhatWasBefore()
    {
        Set("""{"Chat":{"MaxQuestionLength":100}}""");
        using var service = ServiceProcess.Start(
            new Dictionary<string, string> { ["BRIEFBOT_SETTINGS"] = _folder["settings/settings.json"] },
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            _folder["data"],
            "--knowledge",
            _folder["knowledge"]
        );
        var url = (await service.UntilAsync("BriefBot answers at")).Split(' ')[^1];
        Set("""{"Chat":{"MaxQuestionLength":50,"MaxConcurrentAnswers":9}}""");
        Assert.EndsWith(
            "are in effect: Chat:MaxQuestionLength",
            await service.UntilAsync("Settings changed and"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "after a restart: Chat:MaxConcurrentAnswers",
            await service.UntilAsync("Settings changed that"),
            StringComparison.Ordinal
        );
        Assert.Equal(413, await AskAsync(url, 60));
        Set("""{"Chat":{"MaxQuestionLength":1}}""");
        Assert.Contains(
            "Chat:MaxQuestionLength = 1: must be between 20 and 20000",
            await service.UntilAsync("the previous ones stay in effect"),
            StringComparison.Ordinal
        );
        Set("""{"Chat":{"MaxQuestionLength":""");
        ReadAgain(service);
        Assert.Contains("settings.json", await service.UntilAsync("the previous ones stay in effect"), StringComparison.Ordinal);
        Set("""{"Chat":{"MaxQuestionLength":"many"},"Logging":{"LogLevel":{"Default":"Loud"}}}""");
        ReadAgain(service);
        Assert.Contains("there is no such level", await service.UntilAsync("there is no such level"), StringComparison.Ordinal);
        Assert.Equal((413, 200), (await AskAsync(url, 60), await AskAsync(url, 40)));
    }

    [Fact]
    public void AFileWhoseFolderIsMadeAfterTheStartIsRead()
    {
        var configuration = new ConfigurationManager();
        new SettingsFiles(watch: false).Add(configuration, _folder["etc/briefbot/settings.json"]);
        _folder.With("etc/briefbot/settings.json", """{"Chat":{"MaxQuestionLength":50}}""");
        ((IConfigurationRoot)configuration).Reload();
        Assert.Equal("50", configuration["Chat:MaxQuestionLength"]);
    }

    [Fact]
    public async Task AFileThatIsNamedAndIsNotThereIsAnError()
    {
        var (exitCode, _, errors) = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { ["BRIEFBOT_SETTINGS"] = _folder["none.json"] },
            "serve",
            "--data",
            _folder["data"]
        );
        Assert.Equal(2, exitCode);
        Assert.StartsWith("BRIEFBOT_SETTINGS: there is no file", errors, StringComparison.Ordinal);
    }

    /// <summary>Without it the files are looked at every few seconds.</summary>
    private static void ReadAgain(ServiceProcess service)
    {
        if (!OperatingSystem.IsWindows())
        {
            Unix.Reload(service.Id);
        }
    }

    private void Set(string json) => _folder.With("settings/settings.json", json);

    private static async Task<int> AskAsync(string url, int length)
    {
        using var http = new HttpClient();
        using var content = new StringContent(
            $"{{\"question\":\"{new string('a', length)}\"}}",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        return (int)(await http.PostAsync(new Uri(url + "/api/ask"), content, TestContext.Current.CancellationToken)).StatusCode;
    }
}
