using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Gateways;

/// <summary>Shows, after a moment and then again and again, that a message is being worked on, until it is disposed of.</summary>
internal sealed class TypingIndicator : IAsyncDisposable
{
    /// <summary>Most answers are there sooner.</summary>
    private static readonly TimeSpan ShowAfter = TimeSpan.FromSeconds(1);

    /// <summary>Interval at which the indicator is renewed; networks show it for about ten seconds.</summary>
    private static readonly TimeSpan ShowAgain = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _answered;
    private readonly Task _showing;

    public TypingIndicator(IChatGateway gateway, IncomingMessage message, TimeProvider time, ILogger logger, CancellationToken ended)
    {
        _answered = CancellationTokenSource.CreateLinkedTokenSource(ended);
        _showing = ShowAsync(gateway, message, time, logger, _answered.Token);
    }

    /// <summary>When it completes nothing more is shown; further calls do nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_showing.IsCompleted)
        {
            await _answered.CancelAsync();
            await _showing;
        }

        _answered.Dispose();
    }

    private static async Task ShowAsync(
        IChatGateway gateway,
        IncomingMessage message,
        TimeProvider time,
        ILogger logger,
        CancellationToken answered
    )
    {
        if (gateway is not IWorkIndicator indicator)
        {
            return;
        }

        try
        {
            await Task.Delay(ShowAfter, time, answered);
            while (true)
            {
                await indicator.ShowWorkAsync(message, answered).WaitAsync(answered);
                await Task.Delay(ShowAgain, time, answered);
            }
        }
        catch (OperationCanceledException) when (answered.IsCancellationRequested)
        {
            // It is answered.
        }
        catch (Exception e)
        {
            Log.WorkNotShown(logger, e, gateway.Network);
        }
    }
}
