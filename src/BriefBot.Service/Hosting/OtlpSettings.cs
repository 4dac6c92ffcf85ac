namespace BriefBot.Service.Hosting;

/// <summary>
/// Reads OpenTelemetry's variables for OTLP. OpenTelemetry itself silently falls back to its default where an address is invalid.
/// </summary>
/// <param name="SendsMetrics">Indicates whether metrics are sent.</param>
/// <param name="SendsTraces">Indicates whether traces are sent.</param>
/// <param name="Problem">The error in an address, or null; with an error nothing is sent.</param>
internal sealed record OtlpSettings(bool SendsMetrics, bool SendsTraces, string? Problem)
{
    private const string Both = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public static OtlpSettings Read(IConfiguration configuration)
    {
        string[] named = [.. new[] { Both, Metrics, Traces }.Where(name => !string.IsNullOrEmpty(configuration[name]))];
        return named.FirstOrDefault(name => !IsAddress(configuration[name])) is { } wrong
            ? new OtlpSettings(false, false, $"{wrong} must be http:// or https:// with a host, such as http://collector:4317")
            : new OtlpSettings(named.Intersect([Both, Metrics]).Any(), named.Intersect([Both, Traces]).Any(), null);
    }

    /// <summary>Returns the addresses that metrics and traces are sent to, each once.</summary>
    public static IReadOnlyList<Uri> Addresses(IConfiguration configuration) =>
        [
            .. new[] { Both, Metrics, Traces }
                .Select(name => configuration[name])
                .Where(IsAddress)
                .Select(text => new Uri(text!))
                .DistinctBy(address => address.Authority),
        ];

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0;
}
