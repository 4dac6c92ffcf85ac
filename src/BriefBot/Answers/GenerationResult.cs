namespace BriefBot.Answers;

/// <summary>What a composer wrote.</summary>
/// <param name="Sentences">The sentences in reading order, each with what it claims to rest on; none where it can write none.</param>
internal sealed record GenerationResult(IReadOnlyList<ComposedSentence> Sentences)
{
    /// <summary>Of a model what became of asking it.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>Of a model which prompts it was asked with.</summary>
    public string? PromptVersion { get; init; }
}
