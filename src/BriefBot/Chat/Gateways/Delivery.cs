using BriefBot.Chat.Writing;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Delivers replies to a network: messages sent before are edited to the new reply, which may need fewer or more of them.
/// </summary>
/// <remarks>Each call ends within <see cref="CallTimeout"/>, and a message that may have been sent is not sent again.</remarks>
internal sealed class Delivery(IChatGateway gateway, Conversations conversations, TimeProvider time, ILogger logger)
{
    /// <summary>A call that takes longer is given up.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Delays before a call that surely had no effect is repeated, where the network names none.</summary>
    private static readonly TimeSpan[] RepeatAfter = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)];

    /// <summary>Maximum delay that a network may ask for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The policy of all calls to the network: each try ends, and one that surely had no effect is repeated.</summary>
    private readonly ResiliencePipeline _calls = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(
            new RetryStrategyOptions
            {
                MaxRetryAttempts = RepeatAfter.Length,
                ShouldHandle = new PredicateBuilder().Handle<MessageNotSentException>(),
                DelayGenerator = failed => ValueTask.FromResult<TimeSpan?>(DelayAfter(failed)),
                OnRetry = failed =>
                {
                    Log.NotSentYet(logger, failed.Outcome.Exception, gateway.Network, failed.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            }
        )
        .AddTimeout(CallTimeout)
        .Build();

    /// <summary>Says <paramref name="reply"/> to the message.</summary>
    /// <returns>Whether the whole reply is in place.</returns>
    public Task<bool> SayAsync(ReplyJob handled, IncomingMessage to, Reply reply, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                try
                {
                    await PutAllAsync(handled, to, reply, gateway.Format, isPlain: false, cancellationToken);
                }
                catch (FormRefusedException e) when (gateway is IPlainForm { PlainFormat: var plain })
                {
                    Log.FormRefused(logger, e, gateway.Network);
                    await PutAllAsync(handled, to, reply, plain, isPlain: true, cancellationToken);
                }
            },
            cancellationToken
        );

    /// <summary>Opens a thread for a question.</summary>
    /// <returns>Its id, or null where there is none.</returns>
    public async Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        if (gateway is not IThreadOpener opener)
        {
            return null;
        }

        string? thread = null;
        await TryAsync(
            () => CallAsync(async token => thread = await opener.OpenThreadAsync(question, token), cancellationToken),
            cancellationToken
        );
        return thread;
    }

    /// <summary>Deletes all messages of the reply.</summary>
    /// <returns>Whether none is left.</returns>
    public Task<bool> TakeBackAsync(ReplyJob handled, IncomingMessage to, CancellationToken cancellationToken) =>
        TryAsync(() => TakeBackAsync(handled.Sent, 0, to, cancellationToken), cancellationToken);

    private async Task PutAllAsync(
        ReplyJob handled,
        IncomingMessage to,
        Reply reply,
        MessageFormat format,
        bool isPlain,
        CancellationToken cancellationToken
    )
    {
        var messages = ReplyWriter.Write(reply, format, to);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i] with { IsPlain = isPlain };
            await PutAsync(handled.Sent, i, to, message, format.Describe(message), cancellationToken);
        }

        await TakeBackAsync(handled.Sent, messages.Count, to, cancellationToken);
    }

    private async Task PutAsync(
        List<(string Id, string Content)> sent,
        int i,
        IncomingMessage to,
        ChatMessage message,
        string content,
        CancellationToken cancellationToken
    )
    {
        if (i == sent.Count)
        {
            var id = await SendAsync(to, message, cancellationToken);
            sent.Add((id, content));
            conversations.Sent(to, id);
        }
        else if (sent[i].Content != content && gateway is IMessageEditor editor)
        {
            await CallAsync(token => editor.EditAsync(to, sent[i].Id, message, token), cancellationToken);
            sent[i] = (sent[i].Id, content);
        }
    }

    /// <summary>Deletes the messages from the last to the first, so that the rest reads from the beginning.</summary>
    private async Task TakeBackAsync(
        List<(string Id, string Content)> sent,
        int keep,
        IncomingMessage to,
        CancellationToken cancellationToken
    )
    {
        while (sent.Count > keep && gateway is IMessageEditor editor)
        {
            await CallAsync(token => editor.DeleteAsync(to, sent[^1].Id, token), cancellationToken);
            sent.RemoveAt(sent.Count - 1);
        }
    }

    private async Task<string> SendAsync(IncomingMessage to, ChatMessage message, CancellationToken cancellationToken)
    {
        var id = "";
        await CallAsync(async token => id = await gateway.SendAsync(to, message, token), cancellationToken);
        return id;
    }

    /// <summary>A network that takes no notice of its token is left to itself.</summary>
    private async Task CallAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        await _calls.ExecuteAsync(async token => await call(token).WaitAsync(token), cancellationToken);

    private static TimeSpan DelayAfter(RetryDelayGeneratorArguments<object> failed) =>
        (failed.Outcome.Exception as MessageNotSentException)?.RetryAfter is { } asked
            ? TimeSpan.FromTicks(Math.Min(asked.Ticks, LongestWait.Ticks))
            : RepeatAfter[failed.AttemptNumber];

    private async Task<bool> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (TimeoutRejectedException)
        {
            Log.NetworkHangs(logger, gateway.Network, CallTimeout.TotalSeconds);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotDelivered(logger, e, gateway.Network);
        }

        return false;
    }
}
