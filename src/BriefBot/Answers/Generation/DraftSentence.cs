using BriefBot.Answers.Language;

namespace BriefBot.Answers.Generation;

/// <summary>A sentence that a generator wrote in its own words and that is not verified yet.</summary>
/// <param name="Text">The text.</param>
internal sealed record DraftSentence(string Text)
{
    /// <summary>The passages that it names as its sources; verification finds the supporting sentences.</summary>
    public IReadOnlyList<PassageSentences> Cited { get; init; } = [];

    /// <summary>The other passages that the generator was given, which may support it instead.</summary>
    public IReadOnlyList<PassageSentences> Given { get; init; } = [];

    /// <summary>The words given as proof, copied from passages; verification finds their place.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];
}
