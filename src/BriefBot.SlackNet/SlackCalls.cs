using System.Net;
using BriefBot.Chat.Gateways;
using SlackNet;

namespace BriefBot.SlackNet;

/// <summary>Calls to Slack that end, and whose failures say whether they may have had an effect.</summary>
internal sealed class SlackCalls(TimeProvider time)
{
    /// <summary>Maximum time of one call. Slack usually answers within a second; a longer call has likely hung.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(4);

    /// <summary>The errors by which Slack refuses the form of a message.</summary>
    private static readonly string[] Forms = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "block_mismatch"];

    /// <summary>The errors of Slack's own, after which the effect is unknown.</summary>
    private static readonly string[] Passing =
    [
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
    ];

    /// <summary>Runs a call and gives it up after <see cref="CallTimeout"/>.</summary>
    /// <exception cref="MessageNotSentException">It surely had no effect: Slack limits the rate, or could not be reached.</exception>
    /// <exception cref="UnknownEffectException">It may have had an effect.</exception>
    /// <exception cref="FormRefusedException">It was not taken because of how it is written.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(CallTimeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await call(ends.Token).WaitAsync(ends.Token);
        }
        catch (SlackRateLimitException e)
        {
            throw new MessageNotSentException("Slack limits the rate.", e) { RetryAfter = e.RetryAfter };
        }
        catch (SlackException e) when (Forms.Contains(e.ErrorCode))
        {
            throw new FormRefusedException("Slack does not take a message of this form.", e);
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                || e.StatusCode is HttpStatusCode.TooManyRequests
            )
        {
            throw new MessageNotSentException("Slack can't be reached.", e);
        }
        catch (Exception e) when (IsPassing(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new UnknownEffectException("Slack did not say whether it took it.", e);
        }
    }

    /// <summary>Runs a call that may be repeated whatever its effect was.</summary>
    /// <exception cref="MessageNotSentException">It may be tried again.</exception>
    public async Task<T> TryAgainAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(call, cancellationToken);
        }
        catch (UnknownEffectException e)
        {
            throw new MessageNotSentException(e.Message, e);
        }
    }

    private static bool IsPassing(Exception e) =>
        e switch
        {
            SlackException slack => Passing.Contains(slack.ErrorCode),
            HttpRequestException { StatusCode: { } status } => (int)status >= 500,
            HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
            _ => false,
        };
}

/// <summary>A call failed, and may have had its effect.</summary>
internal sealed class UnknownEffectException(string message, Exception inner) : Exception(message, inner);
