using BriefBot.Answers;
using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>Asks a model.</summary>
internal interface IModelApi
{
    /// <summary>Returns the model's reply, or the reason why there is none. Safe for concurrent use.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<ModelResult> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}

/// <summary>A request to a model's API.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Prompt">A template of Semantic Kernel.</param>
/// <param name="Arguments">Values of the prompt's variables.</param>
/// <param name="Author">The author, for limits; never sent.</param>
/// <param name="Search">A function that the model may call, or null.</param>
/// <param name="Written">Receives the text so far, each time more is written, where the API streams; or null.</param>
internal sealed record ModelRequest(
    ModelPurpose Purpose,
    string Prompt,
    IReadOnlyDictionary<string, object?> Arguments,
    string Author,
    KernelFunction? Search = null,
    Action<string>? Written = null
);

/// <summary>The outcome of a request to a model.</summary>
/// <param name="Text">The reply; empty where there is none.</param>
/// <param name="Outcome"><see cref="ModelOutcome.Answered"/>, or why it wrote nothing.</param>
/// <param name="PromptTokens">Number of tokens read, as the API reports it, searches included; 0 if it reports none.</param>
/// <param name="ReplyTokens">Number of tokens written, as the API reports it.</param>
internal sealed record ModelResult(string Text, ModelOutcome Outcome, int PromptTokens = 0, int ReplyTokens = 0);

/// <summary>The purpose of a request to a model; its name is a label in metrics.</summary>
internal enum ModelPurpose
{
    /// <summary>To write an answer.</summary>
    Write,

    /// <summary>To write it again, where the first sentence was not proven.</summary>
    Repair,

    /// <summary>To judge sentences by their passages.</summary>
    Verify,
}
