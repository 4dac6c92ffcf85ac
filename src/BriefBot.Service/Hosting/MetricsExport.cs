using BriefBot.Service.Chat;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Hands the measures on: to Prometheus at <c>/metrics</c>, and by OTLP where OpenTelemetry's own variables say where to. Begins
/// when the folder has been read, or somebody asks: it takes a quarter of a second that the first answer should not wait for.
/// Safe for concurrent use.
/// </summary>
internal sealed class MetricsExport : IDisposable
{
    private const string Path = "/metrics";

    private static readonly string[] Meters = [Measures.Meter, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private static readonly string[] OtlpEndpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private readonly Lazy<(MeterProvider Provider, RequestDelegate Scrape)> _export;

    public MetricsExport(IServiceProvider services, IConfiguration configuration, ILogger<MetricsExport> logger) => _export = new(() =>
    {
        var provider = Make(OtlpEndpoints.Any(variable => !string.IsNullOrEmpty(configuration[variable])), logger);
        return (provider, new ApplicationBuilder(services).UseOpenTelemetryPrometheusScrapingEndpoint(provider, _ => true, null, null, null).Build());
    });

    /// <summary>What is counted from now on is handed on.</summary>
    public void Begin() => _ = _export.Value;

    /// <summary>
    /// At the port of <paramref name="url"/> there is nothing else, and nothing is asked of who comes; without one it is at the
    /// service's own address, behind its key.
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
            _export.Value.Provider.Dispose();
        }
    }

    /// <summary>OpenTelemetry throws at some of what its variables may hold: then there is no OTLP, and all else goes on.</summary>
    private static MeterProvider Make(bool withOtlp, ILogger logger)
    {
        var measured = Sdk.CreateMeterProviderBuilder().ConfigureResource(resource => resource.AddService("briefbot")).AddMeter(Meters).AddPrometheusExporter();
        try
        {
            return (withOtlp ? measured.AddOtlpExporter() : measured).Build();
        }
        catch (Exception e) when (withOtlp)
        {
            Log.NoOtlp(logger, e.Message);
            return Make(withOtlp: false, logger);
        }
    }

    private static Func<HttpContext, RequestDelegate, Task> OnPort(int port) => (http, next) =>
        http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase) == (http.Connection.LocalPort == port)
            ? next(http)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);
}
