using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Verification;

/// <summary>A generated sentence with the evidence that <see cref="GroundingCheck"/> found for it.</summary>
/// <param name="Draft">The sentence.</param>
internal sealed record CheckedDraft(DraftSentence Draft)
{
    /// <summary>The quotes it rests on; may be empty where there is a <see cref="Problem"/>.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The passages that the claims quote.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; init; } = [];

    /// <summary>The rule that forbids the sentence whatever a verifier says, such as "number" or "name"; null where none does.</summary>
    public string? Problem { get; init; }

    /// <summary>The reason why the rules alone do not prove it; null where they do.</summary>
    public string? Unproven { get; init; }
}
