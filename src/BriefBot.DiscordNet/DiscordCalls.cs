using System.Net;
using BriefBot.Chat.Gateways;
using Discord;
using Discord.Net;

namespace BriefBot.DiscordNet;

/// <summary>Calls to Discord that end.</summary>
internal sealed class DiscordCalls(TimeProvider time)
{
    /// <summary>Maximum time of one call. Discord usually answers within a second; a longer call has likely hung.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Runs a call and gives it up after <see cref="CallTimeout"/> or the given time. Transient failures may be retried: messages carry a
    /// nonce that Discord enforces, and edits and deletions are idempotent.
    /// </summary>
    /// <exception cref="MessageNotSentException">It may be tried again.</exception>
    /// <exception cref="FormRefusedException">It was not taken because of how it is written.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, TimeSpan? timeout = null)
    {
        using var late = new CancellationTokenSource(timeout ?? CallTimeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await call(ends.Token).WaitAsync(ends.Token);
        }
        catch (Exception e) when (IsPassing(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new MessageNotSentException("Discord did not take it, or did not say so.", e);
        }
        catch (HttpException e) when (e.DiscordCode == DiscordErrorCode.InvalidFormBody)
        {
            throw new FormRefusedException("Discord does not take a message of this form.", e);
        }
    }

    /// <summary>The library's own waits have no end, so each call carries its caller's.</summary>
    public static RequestOptions Options(CancellationToken cancellationToken) =>
        new() { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };

    /// <summary>Returns whether it may work a little later: the network, a failure of Discord's own, a time-out.</summary>
    public static bool IsPassing(Exception e) =>
        e switch
        {
            HttpException http => (int)http.HttpCode >= 500,
            HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
            _ => false,
        };
}
