using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace BriefBot.Tests.Hosting;

/// <summary>What an operator's Prometheus is given.</summary>
public sealed partial class MetricsTests : IDisposable
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "bridge.md",
        "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
    );

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
        Assert.Equal(
            Named().Matches(readme).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            measured.Order(StringComparer.Ordinal)
        );
        var shown = await service.Http.GetStringAsync("/metrics", Token);
        // Where there is no chat network, no model and no wrong key there is nothing to say of them.
        Assert.All(
            measured.Where(name =>
                !name.Contains("gateway", StringComparison.Ordinal)
                && !name.Contains("model", StringComparison.Ordinal)
                && !name.Contains("keys", StringComparison.Ordinal)
            ),
            name => Assert.Matches($"(?m)^{name}(_count)?(\\{{| )", shown)
        );

        void Add(Instrument instrument)
        {
            if (instrument.Meter.Name == "BriefBot")
            {
                measured.Add(NameOf(instrument));
            }
        }
    }

    [Fact]
    public void EveryMetricOfTheDashboardAndTheAlertsIsOneOfTheReadme()
    {
        var named = Named()
            .Matches(File.ReadAllText(Checkout.Path("src/BriefBot.Service/README.md")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var used = Directory
            .GetFiles(Checkout.Path("deploy/observability"))
            .SelectMany(file => Used().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(name => !Labels.Contains(name))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["briefbot_ready", "briefbot_reply_duration_seconds"], StringComparer.Ordinal), used);
        Assert.Subset(named, used);
        // Whoever adds a metric adds it to the dashboard, where it is seen.
        var shown = File.ReadAllText(Checkout.Path("deploy/observability/dashboard.json"));
        Assert.All(named, name => Assert.Contains(name, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuestionsAreCountedByWhatBecameOfThemAndNothingOfThemIsShown()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path);
        await service.AskAsync("When was the bridge over the Elbe opened?");
        await service.AskAsync("Who painted the zebra?");
        var shown = await service.Http.GetStringAsync("/metrics", Token);
        Assert.Matches(
            "(?m)^briefbot_questions_total\\{[^}]*briefbot_network=\"web\",briefbot_outcome=\"grounded\"\\} "
                + "[1-9]|^briefbot_questions_total\\{[^}]*briefbot_outcome=\"grounded\",briefbot_network=\"web\"\\} [1-9]",
            shown
        );
        Assert.Contains("not_found", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AnAddressOfTheirOwnHasTheMetricsAloneAndWithoutAKey()
    {
        var port = RunningService.FreePort();
        await using var service = await WebService.StartAsync(
            _knowledge.Path,
            ("Http:ApiKey", "a-key-of-the-operator"),
            ("AllowedHosts", "bot.example"),
            ("Http:MetricsUrl", $"http://127.0.0.1:{port}")
        );
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
        var wrong = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "no header",
        };
        using var service = ServiceProcess.Start(
            wrong,
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            data.Path,
            "--knowledge",
            _knowledge.Path
        );
        var url = (await service.UntilAsync("BriefBot answers at")).Split(' ')[^1];
        await service.UntilAsync("OTLP export is off");
        using var http = new HttpClient();
        Assert.Contains("briefbot_ready", await http.GetStringAsync(new Uri(url + "/metrics"), Token), StringComparison.Ordinal);
        Assert.Equal("ready", await http.GetStringAsync(new Uri(url + "/health/ready"), Token));
    }

    [Fact]
    public async Task ACollectorThatIsNotThereIsTold()
    {
        using var data = new TemporaryFolder();
        var absent = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        };
        using var service = ServiceProcess.Start(
            absent,
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            data.Path,
            "--knowledge",
            _knowledge.Path
        );
        Assert.Contains("Check the collector", await service.UntilAsync("could not be exported by OTLP"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData("http://collector:4317", null, true, true)]
    [InlineData(null, "https://collector.example/v1/traces", false, true)]
    public void WhereOtlpGoesToDecidesWhatIsSent(string? all, string? traces, bool sendsMetrics, bool sendsTraces) =>
        Assert.Equal(new OtlpSettings(sendsMetrics, sendsTraces, null), ReadOtlp(all, traces));

    [Theory]
    [InlineData("nonsense", null, "OTEL_EXPORTER_OTLP_ENDPOINT must be")]
    [InlineData("http://collector:4317", "collector:4317", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be")]
    public void AnAddressThatIsNoneIsNamedAndNothingIsSent(string? all, string? traces, string told)
    {
        var settings = ReadOtlp(all, traces);
        Assert.Equal((false, false), (settings.SendsMetrics, settings.SendsTraces));
        Assert.StartsWith(told, settings.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageIsATraceWithItsStagesAndNothingOfItsText()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BriefBot",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await WebService.StartAsync(_knowledge.Path);
        using var reply = await service.AskAsync("When was the bridge over the Elbe opened?");
        var answer = await reply.Content.ReadFromJsonAsync<JsonElement>(Token);
        var question = Assert.Single(
            spans,
            span => span.OperationName == "question" && (string?)span.GetTagItem("briefbot.reply") == answer.GetProperty("id").GetString()
        );
        Assert.Equal(
            ("web", "grounded", null),
            (question.GetTagItem("briefbot.network"), question.GetTagItem("briefbot.outcome"), question.ParentId)
        );
        var stages = spans.Where(span => span.TraceId == question.TraceId && span != question).ToArray();
        Assert.Equal(
            ["compose", "embed", "rank", "search", "wait"],
            stages.Select(span => span.OperationName).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(stages, span => Assert.True(span.StartTimeUtc >= question.StartTimeUtc && span.Duration <= question.Duration));
        Assert.DoesNotContain(
            spans.SelectMany(span => span.TagObjects),
            tag => $"{tag.Value}".Contains("Elbe", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static OtlpSettings ReadOtlp(string? all, string? traces) =>
        OtlpSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = all,
                        ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = traces,
                    }
                )
                .Build()
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As Prometheus names it: with its unit, and a counter as a total.</summary>
    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument.Name.Replace('.', '_')
            + unit
            + (
                instrument.GetType().Name.Contains("Counter", StringComparison.Ordinal)
                && !instrument.GetType().Name.StartsWith("UpDown", StringComparison.Ordinal)
                    ? "_total"
                    : ""
            );
    }

    private static readonly string[] Labels =
    [
        "briefbot_outcome",
        "briefbot_stage",
        "briefbot_state",
        "briefbot_network",
        "briefbot_purpose",
        "briefbot_direction",
        "briefbot_key",
        "briefbot_version",
        "briefbot_reason",
    ];

    /// <summary>A histogram has three series.</summary>
    [GeneratedRegex(@"\b(briefbot_\w+?)(?:_bucket|_count|_sum)?\b")]
    private static partial Regex Used();

    [GeneratedRegex(@"(?m)^\| `(briefbot_\w+)`")]
    private static partial Regex Named();
}
