using BriefBot.Chat.Memory;
using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Keeps the connection to one network while the service runs: reconnects whenever it is lost, and asks for messages that were missed.
/// </summary>
internal sealed class GatewaySession(
    IChatGateway gateway,
    MessageIntake desk,
    TimeProvider time,
    ILogger logger,
    IAnswerStore? store = null
)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Maximum age of the last question of a conversation whose channel is looked at for missed messages.</summary>
    private static readonly TimeSpan LongestSilent = TimeSpan.FromDays(30);

    /// <summary>Maximum time for which messages missed while the service did not run are asked for.</summary>
    private static readonly TimeSpan LongestAway = TimeSpan.FromDays(1);

    /// <summary>Maximum difference between the network's clock and ours; a message listed twice is answered once.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private DateTimeOffset? _heardAt;
    private Task _catchingUp = Task.CompletedTask;
    private Task _listening = Task.CompletedTask;

    /// <summary>Runs until it is cancelled or the network refuses the bot; running answers may still continue.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            Exception? lost = null;
            try
            {
                _listening = gateway.ListenAsync(happened => Take(happened, cancellationToken), cancellationToken);
                await _listening.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (NetworkRefusedException e)
            {
                Log.NetworkRefuses(logger, e.InnerException, gateway.Network, e.Message);
                break;
            }
            catch (Exception e)
            {
                lost = e;
            }

            wait = time.GetElapsedTime(began) > LongestWait ? FirstWait : wait;
            BotMetrics.Reconnecting(gateway.Network);
            Log.NetworkLost(logger, lost, gateway.Network, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
        }

        await _catchingUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Completes when the connection is closed, after it was told to stop, or is given up.</summary>
    public Task CloseAsync(CancellationToken ended) => _listening.WaitAsync(ended);

    /// <summary>Returns at once and never throws: the network waits for it.</summary>
    private void Take(ChatEvent happened, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        try
        {
            DateTimeOffset? before;
            lock (_lock)
            {
                before = happened is ChatEvent.Connected ? _heardAt ?? LastRun() : null;
                _heardAt = time.GetUtcNow();
            }

            switch (happened)
            {
                case ChatEvent.Connected when before is { } since && gateway is IMissedMessages missed:
                    _catchingUp = CatchUpAsync(missed, since - ClocksDiffer, cancellationToken);
                    break;
                case ChatEvent.Said said:
                    desk.Said(said.Message);
                    break;
                case ChatEvent.Edited edited:
                    desk.Edited(edited.Message);
                    break;
                case ChatEvent.Deleted deleted:
                    desk.Deleted(deleted.MessageId);
                    break;
            }
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, gateway.Network);
        }
    }

    /// <summary>Returns the time since which an earlier run of the service may have missed messages, a day ago at most, or null.</summary>
    private DateTimeOffset? LastRun()
    {
        var longest = time.GetUtcNow() - LongestAway;
        return store?.FindMissedSince(gateway.Network, longest) is { } last ? (last > longest ? last : longest) : null;
    }

    private async Task CatchUpAsync(IMissedMessages network, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var places = store?.FindPlaces(gateway.Network, time.GetUtcNow() - LongestSilent) ?? [];
            using var late = new CancellationTokenSource(LongestWait, time);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            var missed = await network.FindMissedAsync(since, places, ends.Token).WaitAsync(ends.Token);
            Log.Missed(logger, gateway.Network, missed.Count);
            foreach (var message in missed)
            {
                Take(new ChatEvent.Said(message), cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotCaughtUp(logger, e, gateway.Network);
        }
        catch (OperationCanceledException)
        {
            // The service ends; the next start may catch up.
        }
    }
}
