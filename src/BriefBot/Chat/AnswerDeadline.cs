using BriefBot.Answers;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>
/// Ends answers: each after <see cref="ChatOptions.AnswerTimeoutSeconds"/>, all of them <see cref="ChatOptions.StopSeconds"/>
/// after the service was told to stop. Safe for concurrent use.
/// </summary>
public sealed class AnswerDeadline(IOptions<ChatOptions> options, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _stopped = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Cancelled when that little time is over.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>Announces the end of the service, which leaves running answers a short time.</summary>
    public void Stop() => _stopped.CancelAfter(TimeSpan.FromSeconds(options.Value.StopSeconds));

    /// <summary>
    /// Returns the result of <paramref name="answer"/>, or <see cref="Answer.Unavailable"/> with a reason when its time runs out.
    /// </summary>
    /// <remarks>Throws <see cref="OperationCanceledException"/> only when the person who asked has gone.</remarks>
    /// <param name="answer">Stops when its token says so.</param>
    /// <param name="gone">Cancelled when the person who asked has gone.</param>
    public async Task<Answer?> RunAsync(Func<CancellationToken, Task<Answer?>> answer, CancellationToken gone)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.AnswerTimeoutSeconds), time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(gone, late.Token, _stopped.Token);
        try
        {
            return await answer(ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            return new Answer.Unavailable(
                _stopped.IsCancellationRequested ? BotTexts.Stopping : BotTexts.TookTooLong(options.Value.AnswerTimeoutSeconds)
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stopped.Dispose();
}
