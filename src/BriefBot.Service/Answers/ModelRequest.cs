using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>What a model's API is asked.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Prompt">A template of Semantic Kernel.</param>
/// <param name="Arguments">What its variables stand for.</param>
/// <param name="Author">Who asked, for limits; never sent.</param>
/// <param name="Search">A function that the model may call, or null.</param>
internal sealed record ModelRequest(ModelPurpose Purpose, string Prompt, IReadOnlyDictionary<string, object?> Arguments, string Author, KernelFunction? Search = null);
