using BriefBot.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.DiscordNet.Tests;

/// <summary>The whole service against a scripted Discord, over a folder of one article.</summary>
internal sealed class DiscordRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _service;

    private DiscordRun(ScriptedDiscord discord, WebApplication service, DirectoryInfo folder) =>
        (Discord, _service, _folder) = (discord, service, folder);

    public ScriptedDiscord Discord { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _service.Services;

    /// <summary>Starts it and waits until the folder has been read and the bot is in its server.</summary>
    public static async Task<DiscordRun> StartAsync(Action<ScriptedDiscord>? script = null, params (string Key, string Value)[] settings)
    {
        var discord = await ScriptedDiscord.StartAsync();
        if (DiscordDescription.Given is { } description)
        {
            discord.Rules.Add(description.Broken);
        }

        script?.Invoke(discord);
        var folder = Directory.CreateTempSubdirectory("briefbot-discord");
        var knowledge = folder.CreateSubdirectory("knowledge").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(knowledge, "bridge.md"),
            "---\ntitle: The bridge @everyone\nurl: https://example.org/bridge\ndate: 1990-01-02\n---\n# The bridge\n\nThe bridge over the river Elbe was opened "
                + "on 12 May 1893.\n\n## Towers\n\nThe towers of the bridge are 54 metres high.\n"
        );
        var all = new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = knowledge,
            ["Data:Path"] = folder.CreateSubdirectory("data").FullName,
            ["Urls"] = "http://127.0.0.1:0",
            ["Retrieval:Embeddings"] = "false",
            ["Logging:LogLevel:Default"] = "None",
            ["Discord:Token"] = ScriptedDiscord.Token,
            ["Discord:ApiUrl"] = discord.ApiUrl,
            ["Discord:GatewayUrl"] = discord.GatewayUrl,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var run = new DiscordRun(discord, BotHost.Service(all), folder);
        await run._service.StartAsync(TestContext.Current.CancellationToken);
        run.Http.BaseAddress = new Uri(run._service.Urls.Single());
        await run._service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BotWorker>().Single().HasRead;
        return run;
    }

    /// <summary>Completes when the bot has looked up its commands, which it does once it is ready.</summary>
    public Task ReadyAsync(int times = 1) =>
        Discord.UntilAsync(request => request is { Method: "GET", Path: "applications/1/commands" }, times);

    /// <summary>Completes when the service says that all of it is connected.</summary>
    public async Task ConnectedAsync()
    {
        while (!(await Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
        {
            await Task.Yield();
        }
    }

    public Task StopAsync() => _service.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _service.StopAsync(CancellationToken.None);
        await _service.DisposeAsync();
        await Discord.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.True(Discord.Broken.IsEmpty, string.Join('\n', Discord.Broken));
    }
}
