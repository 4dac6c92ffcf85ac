using BriefBot.Service.Hosting;
using Microsoft.Extensions.Configuration;

namespace BriefBot.Tests.Hosting;

public sealed class ListenUrlsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5080; http://127.0.0.2:80/")]
    public void WhatOnlyThisMachineCanReachIsLoopback(string? urls) => Assert.True(ListenUrls.AreLoopback(Read(urls)));

    [Theory]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void WhatOthersCanReachIsNot(string urls) => Assert.False(ListenUrls.AreLoopback(Read(urls)));

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080/below")]
    [InlineData("http://localhost:5080;ftp://localhost")]
    public void WhatIsNoAddressIsRefusedWithAnExample(string urls) => AssertRefused(urls);

    /// <summary>Kestrel would listen on every address of the machine, for all the network to reach.</summary>
    [Theory]
    [InlineData("http://briefbot.local:5080")]
    [InlineData("http://127.0.0.1.example:5080")]
    public void ANameThatIsNotLocalhostIsRefused(string urls) => AssertRefused(urls);

    [Fact]
    public void MetricsHaveAPortOfTheirOwn()
    {
        string[] urls = ["http://127.0.0.1:5080"];
        Assert.Equal("http://*:9464", ListenUrls.ReadMetrics(new HttpOptions { MetricsUrl = "http://*:9464" }, urls));
        var refused = Assert.Throws<StartProblemException>(() =>
            ListenUrls.ReadMetrics(new HttpOptions { MetricsUrl = "http://*:5080" }, urls)
        );
        Assert.StartsWith("Http:MetricsUrl: “http://*:5080” has the port of Urls.", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string urls)
    {
        var refused = Assert.Throws<StartProblemException>(() => Read(urls));
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("Urls: “" + urls, refused.Message, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5080", refused.Message, StringComparison.Ordinal);
    }

    private static string[] Read(string? urls) =>
        ListenUrls.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Urls"] = urls }).Build());
}
