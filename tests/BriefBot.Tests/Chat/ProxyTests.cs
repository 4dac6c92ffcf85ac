using System.Net;
using System.Net.Http.Json;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>The service behind a proxy: who asks, below which path, and what reaches them at once.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("bridge.md", "# Bridge\n\nThe bridge was opened in 1932.\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.TooManyRequests)]
    public async Task EachWhoAsksThroughATrustedProxyHasLimitsOfTheirOwn(string trusted, HttpStatusCode another)
    {
        await using var service = await WebService.StartAsync(_folder.Path, ("Http:TrustedProxies:0", trusted), ("Http:PerMinute", "2"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, "10.1.1.1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, "10.1.1.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(service, "10.1.1.1"));
        Assert.Equal(another, await AskAsync(service, "10.1.1.2"));
    }

    [Fact]
    public async Task WithoutATrustedProxyTheHeaderIsNotBelieved()
    {
        await using var service = await WebService.StartAsync(_folder.Path, ("Http:PerMinute", "1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, "10.1.1.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(service, "10.1.1.2"));
    }

    [Fact]
    public void WhatIsNoProxyIsRefusedWithItsKey()
    {
        var options = new HttpOptions { TrustedProxies = ["10.0.0.1", "nginx"] };
        Assert.StartsWith(
            "Http:TrustedProxies:1: “nginx” must be",
            Assert.Throws<StartProblemException>(() => ProxySettings.Read(options)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task BelowAPathThePageAndTheInterfaceAreFound()
    {
        await using var service = await WebService.StartAsync(_folder.Path, ("Http:PathBase", "/briefbot"));
        using var plain = await service.Http.GetAsync("/briefbot", TestContext.Current.CancellationToken);
        Assert.Equal("/briefbot/", plain.RequestMessage!.RequestUri!.AbsolutePath);
        var page = await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("=\"/", page, StringComparison.Ordinal);
        Assert.Contains("src=\"page.js\"", page, StringComparison.Ordinal);
        foreach (var path in new[] { "page.js", "page.css", "icon.svg", "api/documents", "health/ready" })
        {
            using var response = await service.Http.GetAsync("/briefbot/" + path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task BelowAPathTheMetricsStandAtTheirOwnAddressAlone()
    {
        var port = RunningService.FreePort();
        await using var service = await WebService.StartAsync(
            _folder.Path,
            ("Http:PathBase", "/briefbot"),
            ("Http:ApiKey", "a-key-of-the-operator"),
            ("Http:MetricsUrl", $"http://127.0.0.1:{port}")
        );
        using var response = await service.Http.GetAsync("/briefbot/metrics", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task AProxyIsToldToHandEventsOnAtOnce()
    {
        await using var service = await WebService.StartAsync(_folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
        {
            Content = JsonContent.Create(new { question = "When was the bridge opened?" }),
        };
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
    }

    private static async Task<HttpStatusCode> AskAsync(WebService service, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
        request.Headers.Add("X-Forwarded-For", client);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
