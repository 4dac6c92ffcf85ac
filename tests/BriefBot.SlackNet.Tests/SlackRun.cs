using BriefBot.Chat.Memory;
using BriefBot.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.SlackNet.Tests;

/// <summary>The whole service against a scripted Slack, over a folder of one article.</summary>
internal sealed class SlackRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _service;

    private SlackRun(ScriptedSlack slack, WebApplication service, DirectoryInfo folder) =>
        (Slack, _service, _folder) = (slack, service, folder);

    public ScriptedSlack Slack { get; }

    public IServiceProvider Services => _service.Services;

    /// <summary>Starts it and waits until the folder has been read and the bot is connected.</summary>
    public static Task<SlackRun> StartAsync(Action<ScriptedSlack>? script = null, params (string Key, string Value)[] settings) =>
        StartAsync(waits: true, script, settings);

    /// <summary>The same without waiting for the connection, where <paramref name="waits"/> says so.</summary>
    public static async Task<SlackRun> StartAsync(bool waits, Action<ScriptedSlack>? script, params (string Key, string Value)[] settings)
    {
        var slack = await ScriptedSlack.StartAsync();
        script?.Invoke(slack);
        var folder = Directory.CreateTempSubdirectory("briefbot-slack");
        var knowledge = folder.CreateSubdirectory("knowledge").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(knowledge, "bridge.md"),
            "---\ntitle: The bridge <!channel>\nurl: https://example.org/bridge\ndate: 1990-01-02\n---\n# The bridge\n\nThe bridge over the river Elbe was "
                + "opened on 12 May 1893.\n\n## Towers\n\nThe towers of the bridge are 54 metres high.\n"
        );
        var all = new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = knowledge,
            ["Data:Path"] = folder.CreateSubdirectory("data").FullName,
            ["Urls"] = "http://127.0.0.1:0",
            ["Retrieval:Embeddings"] = "false",
            ["Logging:LogLevel:Default"] = "None",
            ["Slack:AppToken"] = ScriptedSlack.AppToken,
            ["Slack:BotTokens:0"] = ScriptedSlack.BotToken,
            ["Slack:ApiUrl"] = slack.ApiUrl,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var run = new SlackRun(slack, BotHost.Service(all), folder);
        await run._service.StartAsync(TestContext.Current.CancellationToken);
        await run._service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BotWorker>().Single().HasRead;
        if (waits)
        {
            await slack.ConnectedAsync();
        }

        return run;
    }

    /// <summary>Completes when somebody has said what is wrong with an answer.</summary>
    public async Task<string> RemarkAsync(string answerId)
    {
        while (true)
        {
            var asked = Services.GetRequiredService<IAnswerStore>().FindUnanswered(DateTimeOffset.UnixEpoch);
            if (asked.FirstOrDefault(question => question.Id == answerId) is { Remarks: [var remark, ..] })
            {
                return remark;
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task StopAsync() => _service.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        await _service.DisposeAsync();
        await Slack.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.True(Slack.Broken.IsEmpty, string.Join('\n', Slack.Broken));
    }
}
