using BriefBot.Chat.Editors;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Gateways;

/// <summary>Runs the chat networks: passes messages on, in order within a conversation and concurrently across conversations.</summary>
/// <remarks>
/// When stopped it takes no more messages, and running answers have <see cref="ChatOptions.StopSeconds"/> and a moment to be sent.
/// </remarks>
internal sealed class GatewayWorker(
    IEnumerable<IChatGateway> gateways,
    IChatResponder responder,
    Conversations conversations,
    AnswerDeadline deadline,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<GatewayWorker> logger,
    ServerSettingsCache servers,
    IAnswerStore? store = null,
    EditorQuestions? editors = null
) : BackgroundService
{
    /// <summary>Time left after the last answer to send it.</summary>
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(0.5);

    private ReplyScheduler[] _work = [];

    /// <summary>Completes when nothing that was said so far is left without its outcome.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_work.Select(work => work.WhenIdleAsync()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ended = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var work = gateways
            .Select(gateway =>
                (
                    Gateway: gateway,
                    Work: new ReplyScheduler(gateway, responder, conversations, options, time, logger, servers, ended.Token, store)
                )
            )
            .ToArray();
        var sessions = work.Select(one => Session(one.Gateway, one.Work)).ToArray();
        _work = [.. work.Select(one => one.Work)];
        await Task.WhenAll(sessions.Select(session => session.ListenAsync(stoppingToken)));
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        deadline.Stop();
        ended.CancelAfter(TimeSpan.FromSeconds(options.Value.StopSeconds) + SendWithin);
        if (sessions.Length > 0)
        {
            Log.TakesNoMore(logger, options.Value.StopSeconds);
        }

        await WhenIdleAsync();
        await Task.WhenAll(sessions.Select(session => session.CloseAsync(ended.Token)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private GatewaySession Session(IChatGateway gateway, ReplyScheduler work) =>
        new(
            gateway,
            new MessageIntake(
                gateway,
                responder,
                conversations,
                work,
                new Admission(responder, options, servers, time),
                time,
                logger,
                store,
                editors
            ),
            time,
            logger,
            store
        );
}
