using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>The outcome of a request to a model.</summary>
/// <param name="Text">The reply; empty where there is none.</param>
/// <param name="Outcome"><see cref="ModelOutcome.Answered"/>, or why it wrote nothing.</param>
/// <param name="PromptTokens">Number of tokens read, as the API reports it, searches included; 0 if it reports none.</param>
/// <param name="ReplyTokens">Number of tokens written, as the API reports it.</param>
internal sealed record ModelResult(string Text, ModelOutcome Outcome, int PromptTokens = 0, int ReplyTokens = 0);
