namespace BriefBot.Answers.Generation;

/// <summary>The result of a generator.</summary>
/// <param name="Sentences">The sentences in reading order; empty where it can't write any.</param>
internal sealed record GenerationResult(IReadOnlyList<DraftSentence> Sentences)
{
    /// <summary>The outcome of the request to a model.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>The version of the model's prompts.</summary>
    public string? PromptVersion { get; init; }
}
