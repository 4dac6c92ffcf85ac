using System.Collections.Concurrent;
using BriefBot.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>The service over a folder of a test's own, and a window on its page. An error that a page reports fails the test.</summary>
public abstract class PageTest(Browser browser) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefbot-page");
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _foreign = new();
    private WebApplication? _service;
    private IBrowserContext? _context;
    private string _url = "";

    /// <summary>What the browser is told of its user.</summary>
    protected BrowserNewContextOptions Window { get; } =
        new()
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        };

    /// <summary>The settings of the service.</summary>
    protected Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The beginnings of addresses beside the service's own that may be loaded.</summary>
    protected List<string> Others { get; } = [];

    /// <summary>Errors that the test expects, by their beginning.</summary>
    protected List<string> Expected { get; } = [];

    protected IPage Page { get; private set; } = null!;

    protected string Url => _url;

    protected ILocator Input => Page.Locator("#question");

    protected ILocator LastReply => Page.Locator(".reply").Last;

    protected ILocator Panel => Page.Locator("#panel");

    public virtual ValueTask InitializeAsync()
    {
        Write("team/vpn.md", Articles.Vpn);
        Write("bridge.md", Articles.Bridge);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await (_context?.DisposeAsync() ?? ValueTask.CompletedTask);
        await StopAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        Assert.Empty(_foreign);
        Assert.DoesNotContain(_errors, error => !Expected.Any(expected => error.StartsWith(expected, StringComparison.Ordinal)));
    }

    protected void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, "knowledge", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Starts the service, and opens its page.</summary>
    protected async Task OpenAsync(string path = "")
    {
        await StartAsync();
        await OpenWindowAsync(path);
    }

    /// <summary>Opens another window with a storage of its own.</summary>
    protected async Task OpenWindowAsync(string path = "")
    {
        _context = await browser.OpenAsync(Window);
        Page = await _context.NewPageAsync();
        Page.SetDefaultTimeout(15_000);
        Page.PageError += (_, error) => _errors.Enqueue(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue(message.Text);
            }
        };
        Page.Request += (_, request) =>
        {
            if (!Others.Prepend(_url).Any(origin => request.Url.StartsWith(origin, StringComparison.Ordinal)))
            {
                _foreign.Enqueue(request.Url);
            }
        };
        await Page.GotoAsync(_url + path);
    }

    protected async Task StartAsync()
    {
        var all = new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = Path.Combine(_folder.FullName, "knowledge"),
            ["Data:Path"] = _folder.CreateSubdirectory("data").FullName,
            ["Urls"] = _url.Length > 0 ? _url.TrimEnd('/') : "http://127.0.0.1:0",
            ["Retrieval:Embeddings"] = "false",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in Settings)
        {
            all[key] = value;
        }

        _service = BotHost.Service(all);
        await _service.StartAsync(TestContext.Current.CancellationToken);
        _url = _service.Urls.First() + "/";
        await _service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BotWorker>().Single().HasRead;
    }

    protected async Task StopAsync()
    {
        if (_service is { } service)
        {
            _service = null;
            await service.StopAsync(CancellationToken.None);
            await service.DisposeAsync();
        }
    }

    /// <summary>Asks as a person does, and waits for the answer.</summary>
    protected async Task AskAsync(string question)
    {
        var before = await Page.Locator(".turn").CountAsync();
        await Input.FillAsync(question);
        await Input.PressAsync("Enter");
        await AnsweredAsync(before + 1);
    }

    /// <summary>Waits until so many questions are answered.</summary>
    protected async Task AnsweredAsync(int turns)
    {
        await Assertions.Expect(Page.Locator(".turn")).ToHaveCountAsync(turns);
        await Assertions.Expect(Page.Locator(".waiting")).ToHaveCountAsync(0);
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
