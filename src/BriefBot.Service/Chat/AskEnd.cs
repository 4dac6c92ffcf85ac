using BriefBot.Answers;
using BriefBot.Chat;

namespace BriefBot.Service.Chat;

/// <summary>The data of the last event of an answer: the outcome of the model's part, null where no model was asked.</summary>
/// <param name="ModelOutcome">The outcome of the request.</param>
/// <param name="Verification">The outcome of the verification.</param>
/// <param name="Dropped">Number of sentences dropped, by reason.</param>
/// <param name="PromptVersion">The version of the prompts.</param>
internal sealed record AskEnd(ModelOutcome? ModelOutcome, ModelOutcome? Verification, IReadOnlyDictionary<string, int>? Dropped, string? PromptVersion)
{
    public static AskEnd Create(Reply reply) =>
        reply is Reply.Answered { Answer.Model: { } use } ? new AskEnd(use.Outcome, use.Verification, use.Dropped, use.PromptVersion) : new AskEnd(null, null, null, null);
}
