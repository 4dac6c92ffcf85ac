using BriefBot.Service.Chat;
using Microsoft.AspNetCore.Http;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace BriefBot.Service.Hosting;

/// <summary>Hands the measures on: to Prometheus at <c>/metrics</c>, and by OTLP where OpenTelemetry's own variables say where to.</summary>
internal static class MetricsExport
{
    private const string Path = "/metrics";

    private static readonly string[] Meters = [Measures.Meter, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private static readonly string[] OtlpEndpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("briefbot"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddPrometheusExporter();
                if (OtlpEndpoints.Any(variable => !string.IsNullOrEmpty(configuration[variable])))
                {
                    metrics.AddOtlpExporter();
                }
            });
        services.AddHostedService<StateMeasures>();
    }

    /// <summary>
    /// At the port of <paramref name="url"/> there is nothing else, and nothing is asked of who comes; without one it is at the
    /// service's own address, behind its key.
    /// </summary>
    public static void Map(WebApplication app, string? url)
    {
        var endpoint = app.MapPrometheusScrapingEndpoint(Path);
        if (url is not null)
        {
            endpoint.WithMetadata(Probe.Mark);
            app.Use(OnPort(BindingAddress.Parse(url).Port));
        }
    }

    private static Func<HttpContext, RequestDelegate, Task> OnPort(int port) => (http, next) =>
        http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase) == (http.Connection.LocalPort == port)
            ? next(http)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);
}
