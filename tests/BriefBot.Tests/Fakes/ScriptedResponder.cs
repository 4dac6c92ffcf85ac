using BriefBot.Chat;

namespace BriefBot.Tests.Fakes;

/// <summary>Replies as a test says, the same to everything.</summary>
internal sealed class ScriptedResponder(Reply reply) : IChatResponder
{
    private int _asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    public Func<Task<Reply>> Says { get; set; } = () => Task.FromResult(reply);

    public Reply.Refused? Admit(IncomingMessage message) => null;

    public Reply.Refused Refuse(IncomingMessage message, Refusal reason) =>
        new()
        {
            Id = "r",
            ElapsedMilliseconds = 1,
            Reason = reason,
            Said = "No.",
        };

    public Task<Reply> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return Says();
    }
}
