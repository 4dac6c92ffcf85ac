using System.Diagnostics.Metrics;

namespace BriefBot.Service.Hosting;

/// <summary>Counts requests with a wrong key or none, and logs the wrong ones once a minute at the most. Safe for concurrent use.</summary>
internal sealed class RefusedKeys(IMeterFactory meters, TimeProvider time, ILogger<RefusedKeys> logger)
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromMinutes(1);

    private readonly Counter<long> _refused = meters
        .Create(BotMetrics.Meter)
        .CreateCounter<long>(
            "briefbot.http.keys.refused",
            "{request}",
            "Requests with a wrong API key or none, by briefbot.key: wrong, none."
        );

    private readonly Lock _lock = new();
    private DateTimeOffset _told = DateTimeOffset.MinValue;
    private int _untold;

    public void Add(HttpContext http)
    {
        var isWrong = http.Request.Headers.Authorization.Count > 0;
        _refused.Add(1, new KeyValuePair<string, object?>("briefbot.key", isWrong ? "wrong" : "none"));
        if (!isWrong)
        {
            // The page does this before somebody has typed the key.
            return;
        }

        int count;
        lock (_lock)
        {
            _untold++;
            if (time.GetUtcNow() - _told < ToldEvery)
            {
                return;
            }

            (count, _untold, _told) = (_untold, 0, time.GetUtcNow());
        }

        Log.KeysRefused(logger, count, http.Connection.RemoteIpAddress?.ToString() ?? "");
    }
}
