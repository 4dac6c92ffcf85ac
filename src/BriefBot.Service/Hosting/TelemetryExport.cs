using BriefBot.Service.Chat;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Exports metrics to Prometheus at <c>/metrics</c>, and metrics and traces by OTLP where OpenTelemetry's variables name a collector.
/// </summary>
/// <remarks>
/// Starts when the folder has been read or metrics are asked for: it takes a quarter of a second, which the first answer should not wait
/// for. Safe for concurrent use.
/// </remarks>
internal sealed class TelemetryExport : IDisposable
{
    private const string Path = "/metrics";

    private static readonly string[] Meters =
    [
        BotMetrics.Meter,
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    private readonly Lazy<(MeterProvider Metrics, TracerProvider? Traces, OtlpFailures? Failures, RequestDelegate Scrape)> _export;

    public TelemetryExport(IServiceProvider services, IConfiguration configuration, TimeProvider time, ILogger<TelemetryExport> logger) =>
        _export = new(() =>
        {
            var otlp = OtlpSettings.Read(configuration);
            if (otlp.Problem is { } problem)
            {
                Log.NoOtlp(logger, problem);
            }

            var metrics = Metrics(otlp.SendsMetrics, logger);
            var scrape = new ApplicationBuilder(services)
                .UseOpenTelemetryPrometheusScrapingEndpoint(metrics, _ => true, null, null, null)
                .Build();
            return (
                metrics,
                otlp.SendsTraces ? Traces(logger) : null,
                otlp.SendsMetrics || otlp.SendsTraces ? new OtlpFailures(time, logger) : null,
                scrape
            );
        });

    /// <summary>Starts the export.</summary>
    public void Begin() => _ = _export.Value;

    /// <summary>
    /// Maps <c>/metrics</c>: at the port of <paramref name="url"/>, where there is nothing else and no key is asked for, or without one at
    /// the service's own address, behind its key.
    /// </summary>
    public void Map(WebApplication app, string? url)
    {
        var endpoint = app.MapRead(Path, (HttpContext http) => _export.Value.Scrape(http));
        if (url is not null)
        {
            endpoint.WithMetadata(Probe.Mark);
            app.Use(OnPort(BindingAddress.Parse(url).Port));
        }
    }

    public void Dispose()
    {
        if (_export.IsValueCreated)
        {
            _export.Value.Metrics.Dispose();
            _export.Value.Traces?.Dispose();
            _export.Value.Failures?.Dispose();
        }
    }

    /// <summary>
    /// Builds the exporter. OpenTelemetry throws at some values of its variables: then nothing is sent by OTLP and everything else works.
    /// </summary>
    private static MeterProvider Metrics(bool withOtlp, ILogger logger)
    {
        var measured = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Meters).AddPrometheusExporter();
        try
        {
            return (withOtlp ? measured.AddOtlpExporter() : measured).Build();
        }
        catch (Exception e) when (withOtlp)
        {
            Log.NoOtlp(logger, e.Message);
            return Metrics(withOtlp: false, logger);
        }
    }

    private static TracerProvider? Traces(ILogger logger)
    {
        try
        {
            return Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(BotMetrics.Meter).AddOtlpExporter().Build();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            Log.NoOtlp(logger, e.Message);
            return null;
        }
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("briefbot", serviceVersion: StartReport.Version);

    private static Func<HttpContext, RequestDelegate, Task> OnPort(int port) =>
        (http, next) =>
            http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase) == (http.Connection.LocalPort == port)
                ? next(http)
                : Results.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);
}
