using Microsoft.SemanticKernel;
using OpenAI.Chat;

namespace BriefBot.Service.Answers;

/// <summary>How many tokens a model says that it read and wrote in one asking, its searches with it; 0 where it does not say.</summary>
internal static class TokenUse
{
    /// <summary>The name under which the connector gives what was used.</summary>
    public const string Usage = "Usage";

    /// <summary>Adds what a reply that calls functions has used to what the kernel of this asking keeps.</summary>
    public static void Add(Kernel kernel, IReadOnlyDictionary<string, object?>? metadata) => kernel.Data[Usage] = All(kernel, metadata);

    /// <summary>What the kernel of this asking keeps, and what the last reply has used.</summary>
    public static (int Prompt, int Reply) All(Kernel kernel, IReadOnlyDictionary<string, object?>? metadata)
    {
        var (prompt, reply) = kernel.Data.TryGetValue(Usage, out var kept) && kept is ValueTuple<int, int> before ? before : (0, 0);
        return metadata?.GetValueOrDefault(Usage) is ChatTokenUsage usage ? (prompt + usage.InputTokenCount, reply + usage.OutputTokenCount) : (prompt, reply);
    }
}
