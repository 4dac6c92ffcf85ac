using Microsoft.SemanticKernel;
using OpenAI.Chat;

namespace BriefBot.Service.Answers;

/// <summary>Reads the number of tokens a model reports for one request, searches included; 0 if it reports none.</summary>
internal static class TokenUse
{
    /// <summary>Key of the connector's metadata that holds the token use.</summary>
    public const string Usage = "Usage";

    /// <summary>Adds the token use of a reply that calls functions to the kernel's total.</summary>
    public static void Add(Kernel kernel, IReadOnlyDictionary<string, object?>? metadata) => kernel.Data[Usage] = All(kernel, metadata);

    /// <summary>Returns the kernel's total together with the use of the last reply.</summary>
    public static (int Prompt, int Reply) All(Kernel kernel, IReadOnlyDictionary<string, object?>? metadata)
    {
        var (prompt, reply) = kernel.Data.TryGetValue(Usage, out var kept) && kept is ValueTuple<int, int> before ? before : (0, 0);
        return metadata?.GetValueOrDefault(Usage) is ChatTokenUsage usage
            ? (prompt + usage.InputTokenCount, reply + usage.OutputTokenCount)
            : (prompt, reply);
    }
}
