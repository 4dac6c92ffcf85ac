using BriefBot.Answers;
using BriefBot.Chat;

namespace BriefBot.Service.Chat;

/// <summary>What the last of the events of an answer says: what became of asking a model; nothing where none was asked.</summary>
/// <param name="ModelOutcome">What became of it.</param>
/// <param name="Verification">What became of having its sentences verified.</param>
/// <param name="Dropped">How many of its sentences were dropped, by the reason.</param>
/// <param name="PromptVersion">Which prompts it was asked with.</param>
internal sealed record AskEnd(ModelOutcome? ModelOutcome, ModelOutcome? Verification, IReadOnlyDictionary<string, int>? Dropped, string? PromptVersion)
{
    public static AskEnd Create(Reply reply) =>
        reply is Reply.Answered { Answer.Model: { } use } ? new AskEnd(use.Outcome, use.Verification, use.Dropped, use.PromptVersion) : new AskEnd(null, null, null, null);
}
