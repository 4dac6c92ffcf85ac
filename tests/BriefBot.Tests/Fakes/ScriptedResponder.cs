using BriefBot.Chat;

namespace BriefBot.Tests.Fakes;

/// <summary>Replies the same to everything.</summary>
internal sealed class ScriptedResponder(Reply? reply) : IChatResponder
{
    public Task<Reply?> RespondAsync(IncomingMessage message, CancellationToken cancellationToken) => Task.FromResult(reply);
}
