using System.Net.Http.Json;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Hosting;

/// <summary>The whole service on a loopback port of its own, as the command builds it.</summary>
internal sealed class WebService : IAsyncDisposable
{
    private readonly TemporaryFolder _data;
    private readonly WebApplication _service;

    private WebService(WebApplication service, TemporaryFolder data)
    {
        _service = service;
        _data = data;
    }

    public HttpClient Http { get; } = new();

    /// <summary>
    /// Starts it and waits until the folder has been read. It loads no model of embeddings unless <paramref name="settings"/> say so.
    /// </summary>
    public static async Task<WebService> StartAsync(string knowledge, params (string Key, string Value)[] settings)
    {
        var data = new TemporaryFolder();
        var all = new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = knowledge,
            ["Data:Path"] = data.Path,
            ["Urls"] = "http://127.0.0.1:0",
            ["Retrieval:Embeddings"] = "false",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var service = new WebService(BotHost.Service(all), data);
        await service._service.StartAsync(TestContext.Current.CancellationToken);
        service.Http.BaseAddress = new Uri(service._service.Urls.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        if (
            service
                ._service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
                .OfType<BotWorker>()
                .SingleOrDefault()
                ?.HasRead is
            { } reading
        )
        {
            await reading;
        }

        return service;
    }

    public Task<HttpResponseMessage> AskAsync(string question, string? conversation = null) =>
        Http.PostAsJsonAsync("/api/ask", new { question, conversation }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _service.StopAsync();
        await _service.DisposeAsync();
        _data.Dispose();
    }
}
