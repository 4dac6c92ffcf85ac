using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>What became of asking a model.</summary>
/// <param name="Text">What it wrote; empty where it wrote nothing.</param>
/// <param name="Outcome"><see cref="ModelOutcome.Answered"/>, or why it wrote nothing.</param>
/// <param name="PromptTokens">How many tokens it says that it read, its searches included; 0 where it does not say.</param>
/// <param name="ReplyTokens">How many it says that it wrote.</param>
internal sealed record ModelResult(string Text, ModelOutcome Outcome, int PromptTokens = 0, int ReplyTokens = 0);
