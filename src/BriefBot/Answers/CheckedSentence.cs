using BriefBot.Answers.Language;

namespace BriefBot.Answers;

/// <summary>A composed sentence with its proof. Only <see cref="GroundingCheck"/> creates one.</summary>
internal sealed record CheckedSentence
{
    /// <summary>The sentence.</summary>
    public required ComposedSentence Sentence { get; init; }

    /// <summary>The claims it rests on; may be empty where there is a <see cref="Problem"/>.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The passages that the claims quote.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; init; } = [];

    /// <summary>The rule that forbids the sentence whatever a verifier says, such as "number" or "name"; null where none does.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the rules alone do not prove it; null where they do.</summary>
    public string? Unproven { get; init; }
}
