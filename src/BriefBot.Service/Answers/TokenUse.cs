using Microsoft.SemanticKernel;
using OpenAI.Chat;

namespace BriefBot.Service.Answers;

/// <summary>How many tokens a model says that it read and wrote; 0 where it does not say.</summary>
internal static class TokenUse
{
    public static (int Prompt, int Reply) Of(FunctionResult result) =>
        result.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage usage ? (usage.InputTokenCount, usage.OutputTokenCount) : (0, 0);
}
