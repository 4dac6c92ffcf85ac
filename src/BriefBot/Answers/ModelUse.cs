namespace BriefBot.Answers;

/// <summary>How a model took part in an answer, whether or not its sentences were taken. Never any of its text.</summary>
/// <param name="Outcome">What became of asking it.</param>
public sealed record ModelUse(ModelOutcome Outcome)
{
    /// <summary>How many of its sentences were dropped, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Dropped { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// What became of having its sentences verified: where it is not <see cref="ModelOutcome.Answered"/>, the rules alone decided. Null where no verifier was asked.
    /// </summary>
    public ModelOutcome? Verification { get; init; }

    /// <summary>Which prompts it was asked with: the beginning of the hash of their texts.</summary>
    public string? PromptVersion { get; init; }
}
