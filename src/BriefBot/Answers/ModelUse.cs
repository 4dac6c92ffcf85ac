namespace BriefBot.Answers;

/// <summary>The part a model had in an answer, whether or not its sentences were used. Never holds its text.</summary>
/// <param name="Outcome">The outcome of the request.</param>
public sealed record ModelUse(ModelOutcome Outcome)
{
    /// <summary>Number of its sentences that were dropped, by reason.</summary>
    public IReadOnlyDictionary<string, int> Dropped { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The outcome of the verification: anything but <see cref="ModelOutcome.Answered"/> means that rules alone decided. Null where no
    /// verifier was asked.
    /// </summary>
    public ModelOutcome? Verification { get; init; }

    /// <summary>The version of the prompts: the beginning of the hash of their texts.</summary>
    public string? PromptVersion { get; init; }
}
