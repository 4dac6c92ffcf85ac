using BriefBot.Chat;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat.Memory;

/// <summary>Posts the weekly message to the editors' channel, on Mondays from 08:00 UTC, once whoever shares the store.</summary>
internal sealed class EditorsDigestWorker(
    IEnumerable<IChatGateway> gateways,
    GapReports reports,
    IAnswerStore store,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<EditorsDigestWorker> logger
) : BackgroundService
{
    private const int Days = 7;
    private const int FirstHour = 8;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = time.GetUtcNow();
            if (now is { DayOfWeek: DayOfWeek.Monday, Hour: >= FirstHour } && options.Value.EditorsChannel is { Length: > 0 } channel)
            {
                await PostAsync(channel, EditorsDigest.Week(now), stoppingToken);
            }
        }
    }

    private async Task PostAsync(string channel, string week, CancellationToken stoppingToken)
    {
        foreach (var gateway in gateways.Where(NetworkHealth.IsConnected))
        {
            var key = new MessageKey(gateway.Network, "digest", "", $"{channel} {week}");
            if (gateway is not IChannelPoster poster || !store.TryClaim(key))
            {
                continue;
            }

            try
            {
                var report = await reports.CreateAsync(Days, stoppingToken);
                var digest = EditorsDigest.Write(report, store.FindChanged(time.GetUtcNow().AddDays(-Days)));
                var posted = "";
                foreach (var message in digest is null ? [] : MessageSplitter.Split(digest, gateway.Format))
                {
                    posted = await poster.PostAsync(channel, message, stoppingToken);
                }

                store.Complete(key, posted, null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.DigestNotPosted(logger, e, gateway.Network);
                store.Release(key);
            }
        }
    }
}
