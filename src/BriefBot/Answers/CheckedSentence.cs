using BriefBot.Answers.Language;

namespace BriefBot.Answers;

/// <summary>A composed sentence with what proves it. Only <see cref="GroundingCheck"/> makes them.</summary>
internal sealed record CheckedSentence
{
    /// <summary>The sentence.</summary>
    public required ComposedSentence Sentence { get; init; }

    /// <summary>What it rests on; may be empty where there is a <see cref="Problem"/>.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The passages that the claims quote.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; init; } = [];

    /// <summary>Why it must not be said, whatever a verifier says of it, such as "number" or "name"; null where no rule forbids it.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the rules alone do not prove it; null where they do.</summary>
    public string? Unproven { get; init; }
}
