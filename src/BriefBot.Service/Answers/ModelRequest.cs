using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>A request to a model's API.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Prompt">A template of Semantic Kernel.</param>
/// <param name="Arguments">Values of the prompt's variables.</param>
/// <param name="Author">The author, for limits; never sent.</param>
/// <param name="Search">A function that the model may call, or null.</param>
internal sealed record ModelRequest(ModelPurpose Purpose, string Prompt, IReadOnlyDictionary<string, object?> Arguments, string Author, KernelFunction? Search = null);
