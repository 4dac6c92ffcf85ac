using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>What an operator's Prometheus is given.</summary>
public sealed partial class MetricsTests : IDisposable
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With("bridge.md", "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n");

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task WhatTheReadmeNamesIsMeasuredAndNothingElse()
    {
        var measured = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(instrument) };
        await using var service = await WebService.StartAsync(_knowledge.Path);
        await service.AskAsync("When was the bridge over the Elbe opened?");
        listener.Start();
        var readme = await File.ReadAllTextAsync(Checkout.Path("src/BriefBot.Service/README.md"), Token);
        Assert.Equal(Named().Matches(readme).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal), measured.Order(StringComparer.Ordinal));
        var shown = await service.Http.GetStringAsync("/metrics", Token);
        // Where there is no chat network, no model and no wrong key there is nothing to say of them.
        Assert.All(measured.Where(name => !name.Contains("gateway", StringComparison.Ordinal) && !name.Contains("model", StringComparison.Ordinal)
            && !name.Contains("keys", StringComparison.Ordinal)), name => Assert.Matches($"(?m)^{name}(_count)?(\\{{| )", shown));

        void Add(Instrument instrument)
        {
            if (instrument.Meter.Name == "BriefBot")
            {
                measured.Add(NameOf(instrument));
            }
        }
    }

    [Fact]
    public async Task QuestionsAreCountedByWhatBecameOfThemAndNothingOfThemIsShown()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path);
        await service.AskAsync("When was the bridge over the Elbe opened?");
        await service.AskAsync("Who painted the zebra?");
        var shown = await service.Http.GetStringAsync("/metrics", Token);
        Assert.Matches("(?m)^briefbot_questions_total\\{[^}]*briefbot_network=\"web\",briefbot_outcome=\"grounded\"\\} "
            + "[1-9]|^briefbot_questions_total\\{[^}]*briefbot_outcome=\"grounded\",briefbot_network=\"web\"\\} [1-9]", shown);
        Assert.Contains("not_found", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AnAddressOfTheirOwnHasTheMetricsAloneAndWithoutAKey()
    {
        var port = RunningService.FreePort();
        await using var service = await WebService.StartAsync(
            _knowledge.Path, ("Http:ApiKey", "a-key-of-the-operator"), ("AllowedHosts", "bot.example"), ("Http:MetricsUrl", $"http://127.0.0.1:{port}"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"http://127.0.0.1:{port}/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync($"http://127.0.0.1:{port}/api/documents"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync($"http://127.0.0.1:{port}/"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(new Uri(service.Http.BaseAddress!, "/metrics").ToString()));

        async Task<HttpStatusCode> GetAsync(string url) => (await service.Http.GetAsync(url, Token)).StatusCode;
    }

    [Fact]
    public async Task WhatOpenTelemetryCannotReadOfItsVariablesCostsOnlyOtlp()
    {
        using var data = new TemporaryFolder();
        var wrong = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", ["OTEL_EXPORTER_OTLP_HEADERS"] = "no header" };
        using var service = ServiceProcess.Start(wrong, "--urls", "http://127.0.0.1:0", "--data", data.Path, "--knowledge", _knowledge.Path);
        var url = (await service.UntilAsync("BriefBot answers at")).Split(' ')[^1];
        await service.UntilAsync("Metrics are not sent by OTLP");
        using var http = new HttpClient();
        Assert.Contains("briefbot_ready", await http.GetStringAsync(new Uri(url + "/metrics"), Token), StringComparison.Ordinal);
        Assert.Equal("ready", await http.GetStringAsync(new Uri(url + "/health/ready"), Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As Prometheus names it: with its unit, and a counter as a total.</summary>
    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.Name.Replace('.', '_') + unit
            + (instrument.GetType().Name.Contains("Counter", StringComparison.Ordinal) && !instrument.GetType().Name.StartsWith("UpDown", StringComparison.Ordinal)
            ? "_total" : "");
    }

    [GeneratedRegex(@"(?m)^\| `(briefbot_\w+)`")]
    private static partial Regex Named();
}
