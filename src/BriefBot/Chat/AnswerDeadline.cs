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

    /// <summary>The service ends: what is being answered has a little time left.</summary>
    public void Stop() => _stopped.CancelAfter(TimeSpan.FromSeconds(options.Value.StopSeconds));

    /// <summary>
    /// What <paramref name="answer"/> gives or, where its time ran out, <see cref="Answer.Unavailable"/> with the reason. Throws
    /// <see cref="OperationCanceledException"/> only when whoever asked has gone.
    /// </summary>
    /// <param name="answer">Stops when its token says so.</param>
    /// <param name="gone">Whoever asked has gone.</param>
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
            return new Answer.Unavailable(_stopped.IsCancellationRequested ? BotTexts.Stopping : BotTexts.TookTooLong(options.Value.AnswerTimeoutSeconds));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stopped.Dispose();
}
