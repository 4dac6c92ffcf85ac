using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>
/// Every route without a key, with a wrong one and with the right one; on loopback, where none is asked for, and exposed.
/// </summary>
public sealed class ApiKeyCheckTests : IDisposable
{
    private const string Key = "a-key-of-the-operator";

    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "bridge.md",
        "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
    );

    /// <summary>Each route with its status: without a key, with a wrong one, with the right one; and where none is asked for.</summary>
    private static readonly (string Method, string Path, int Without, int Wrong, int Right, int Open)[] Routes =
    [
        ("POST", "/api/ask", 401, 401, 200, 200),
        ("GET", "/api/documents", 401, 401, 200, 200),
        ("GET", "/api/answers/none", 401, 401, 404, 404),
        ("GET", "/api/gaps", 401, 401, 200, 200),
        ("GET", "/api/suggestions", 401, 401, 200, 200),
        ("GET", "/api/articles/{**path}", 401, 401, 404, 404),
        ("GET", "/gaps", 200, 200, 200, 200),
        ("HEAD", "/api/documents", 401, 401, 200, 200),
        ("GET", "/", 200, 200, 200, 200),
        ("GET", "/folder", 200, 200, 200, 200),
        ("GET", "/page.js", 200, 200, 200, 200),
        ("GET", "/panel.js", 200, 200, 200, 200),
        ("GET", "/texts.js", 200, 200, 200, 200),
        ("GET", "/embed.js", 200, 200, 200, 200),
        ("GET", "/openapi.json", 200, 200, 200, 200),
        ("GET", "/page.css", 200, 200, 200, 200),
        ("GET", "/icon.svg", 200, 200, 200, 200),
        ("GET", "/health/live", 200, 200, 200, 200),
        ("GET", "/health/ready", 200, 200, 200, 200),
        ("DELETE", "/health/ready", 401, 401, 405, 405),
        ("GET", "/health/other", 401, 401, 404, 404),
        ("GET", "/nowhere", 401, 401, 404, 404),
        ("GET", "//api/documents", 401, 401, 404, 404),
        ("GET", "/API/Documents", 401, 401, 200, 200),
        ("GET", "/health/../api/documents", 401, 401, 200, 200),
        ("GET", "/api/ask", 401, 401, 405, 405),
    ];

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task ARouteIsOpenOnlyToWhoMayUseIt()
    {
        await using var exposed = await WebService.StartAsync(_knowledge.Path, ("Urls", "http://*:0"), ("Http:ApiKey", Key));
        await using var locked = await WebService.StartAsync(_knowledge.Path, ("Http:ApiKey", Key));
        await using var loopback = await WebService.StartAsync(_knowledge.Path);
        foreach (var route in Routes)
        {
            int[] closed = [route.Without, route.Wrong, route.Wrong, route.Wrong, route.Right];
            Assert.Equal((route, Told(closed)), (route, Told(await AskWithKeysAsync(exposed, route.Method, route.Path))));
            Assert.Equal((route, Told(closed)), (route, Told(await AskWithKeysAsync(locked, route.Method, route.Path))));
            Assert.Equal((route, route.Open), (route, await AskAsync(loopback, route.Method, route.Path, null)));
            Assert.Equal((route, route.Open), (route, await AskAsync(loopback, route.Method, route.Path, "Bearer wrong")));
        }

        static string Told(int[] statuses) => string.Join(' ', statuses);
    }

    [Fact]
    public async Task ExposedWithoutAKeyTheServiceMakesOneForItsOwnerAloneAndKeepsIt()
    {
        using var parent = new TemporaryFolder();
        var data = parent["data"];
        var path = Path.Combine(data, "api-key");
        string key;
        await using (var exposed = await WebService.StartAsync(_knowledge.Path, ("Urls", "http://*:0"), ("Data:Path", data)))
        {
            key = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Trim();
            Assert.Equal(40, key.Length);
            Assert.Equal(401, await AskAsync(exposed, "GET", "/api/documents", null));
            Assert.Equal(200, await AskAsync(exposed, "GET", "/api/documents", "Bearer " + key));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
            }
        }

        await using var again = await WebService.StartAsync(_knowledge.Path, ("Urls", "http://*:0"), ("Data:Path", data));
        Assert.Equal(200, await AskAsync(again, "GET", "/api/documents", "Bearer " + key));
    }

    [Fact]
    public async Task WhoSendsTooManyRequestsIsToldToWaitAndHealthIsNotCounted()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path, ("Http:PerMinute", "2"));
        int[] statuses =
        [
            await DocumentsAsync(),
            await DocumentsAsync(),
            await DocumentsAsync(),
            await AskAsync(service, "GET", "/health/ready", null),
        ];
        Assert.Equal([200, 200, 429, 200], statuses);

        Task<int> DocumentsAsync() => AskAsync(service, "GET", "/api/documents", null);
    }

    [Fact]
    public async Task APageOfAnotherSiteUsesUpNobodysRequests()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path, ("Http:PerMinute", "1"));
        for (var i = 0; i < 2; i++)
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
            {
                Content = JsonContent.Create(new { question = "hello" }),
            };
            foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await service.Http.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode
            );
        }

        Assert.Equal(200, await AskAsync(service, "GET", "/api/documents", null));
    }

    [Fact]
    public async Task ProbesComeByAnyName()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path, ("AllowedHosts", "bot.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Host = "10.1.2.3:5080";
        Assert.Equal(HttpStatusCode.OK, (await service.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<int[]> AskWithKeysAsync(WebService service, string method, string path) =>
        [
            await AskAsync(service, method, path, null),
            await AskAsync(service, method, path, "Bearer " + Key + "x"),
            await AskAsync(service, method, path, "Bearer"),
            await AskAsync(service, method, path, "Basic " + Key),
            await AskAsync(service, method, path, "Bearer " + Key),
        ];

    private static async Task<int> AskAsync(WebService service, string method, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path)
        );
        if (authorization is not null)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        if (method == "POST")
        {
            request.Content = JsonContent.Create(new { question = "When was the bridge over the Elbe opened?" });
        }

        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
