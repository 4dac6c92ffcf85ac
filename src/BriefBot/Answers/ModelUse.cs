namespace BriefBot.Answers;

/// <summary>How a model took part in an answer, whether or not its sentences were taken. Never any of its text.</summary>
/// <param name="Outcome">What became of asking it.</param>
public sealed record ModelUse(ModelOutcome Outcome)
{
    /// <summary>How many of its sentences were dropped, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Dropped { get; init; } = new Dictionary<string, int>();

    /// <summary>Which prompts it was asked with: the beginning of the hash of their texts.</summary>
    public string? PromptVersion { get; init; }
}
