using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// Gets the replies to messages of one network, each until its message changes or the service ends. Safe for concurrent use.
/// </summary>
internal sealed class MessageReplies(IChatResponder responder, string network, ILogger logger, CancellationToken ended)
{
    /// <summary>Returns the reply, or null where the message changed meanwhile.</summary>
    /// <exception cref="OperationCanceledException">The service ends.</exception>
    public async Task<Reply?> AnswerAsync(IncomingMessage message, CancellationToken changed)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ended, changed);
        try
        {
            return await responder.AnswerAsync(message, ends.Token);
        }
        catch (OperationCanceledException) when (changed.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Returns the model's version of a reply, or null where there is none, the message has changed or the service ends.</summary>
    public async Task<Reply?> ImproveAsync(IncomingMessage message, Reply first, CancellationToken changed)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ended, changed);
        try
        {
            return await responder.ImproveAsync(message, first, begun: null, ends.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e)
        {
            Log.MessageFailed(logger, e, network);
            return null;
        }
    }
}
