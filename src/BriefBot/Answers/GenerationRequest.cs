using BriefBot.Answers.Language;
using BriefBot.Answers.Selection;

namespace BriefBot.Answers;

/// <summary>What a composer is asked.</summary>
/// <param name="Ranked">What was found: for one question, or for each part of it; never empty.</param>
internal sealed record GenerationRequest(IReadOnlyList<RankedUnits> Ranked)
{
    /// <summary>The question as it was typed.</summary>
    public string Question { get; init; } = "";

    /// <summary>What was asked before, with its answers, oldest first.</summary>
    public IReadOnlyList<PreviousQuestion> Earlier { get; init; } = [];

    /// <summary>Whether what was found is sure to answer. If it is not, no fact in it is emphasised.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>Who asks, for limits; never for the model.</summary>
    public string Author { get; init; } = "";

    /// <summary>What the composer wrote before for the same question and could not be proven; empty at first.</summary>
    public IReadOnlyList<UnprovenSentence> Unproven { get; init; } = [];

    /// <summary>Looks for passages by other words, best first. Safe for concurrent use.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<PassageSentences>>> Search { get; init; } = (_, _) => Task.FromResult<IReadOnlyList<PassageSentences>>([]);

    /// <summary>What was found, each passage once: first the best for each part.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; } =
    [
        .. Ranked.SelectMany(
            findings => findings.Found.Candidates.Select(candidate => candidate.Source).DistinctBy(source => source.Passage.Id).Select((source, place) => (source, place)))
            .OrderBy(found => found.place).Select(found => found.source).DistinctBy(source => source.Passage.Id),
    ];
}
