using System.Diagnostics.Tracing;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Logs at most once an hour that a collector does not accept OTLP data; OpenTelemetry reports this only to its own event source. Safe for
/// concurrent use.
/// </summary>
internal sealed class OtlpFailures(TimeProvider time, ILogger logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private static readonly TimeSpan ToldEvery = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _told = DateTimeOffset.MinValue;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        // Events may come while the base class still constructs this.
        if (logger is null || _lock is null)
        {
            return;
        }

        lock (_lock)
        {
            if (time.GetUtcNow() - _told < ToldEvery)
            {
                return;
            }

            _told = time.GetUtcNow();
        }

        Log.OtlpFailed(logger, eventData.EventName ?? "");
    }
}
