using BriefBot.Answers.Language;
using BriefBot.Answers.Selection;

namespace BriefBot.Answers;

/// <summary>A request to a composer.</summary>
/// <param name="Ranked">The ranked evidence of the question, or of each of its parts; never empty.</param>
internal sealed record GenerationRequest(IReadOnlyList<RankedUnits> Ranked)
{
    /// <summary>The question as it was typed.</summary>
    public string Question { get; init; } = "";

    /// <summary>The earlier questions with their answers, oldest first.</summary>
    public IReadOnlyList<PreviousQuestion> Earlier { get; init; } = [];

    /// <summary>Indicates whether the evidence is sure to answer. If not, no fact in it is highlighted.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>The author, for limits; never given to the model.</summary>
    public string Author { get; init; } = "";

    /// <summary>Sentences of the composer's previous try that could not be proven; empty at first.</summary>
    public IReadOnlyList<UnprovenSentence> Unproven { get; init; } = [];

    /// <summary>Looks for passages by other words, best first. Safe for concurrent use.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<PassageSentences>>> Search { get; init; } = (_, _) => Task.FromResult<IReadOnlyList<PassageSentences>>([]);

    /// <summary>The passages, each once; first the best of each part.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; } =
    [
        .. Ranked.SelectMany(
            findings => findings.Found.Candidates.Select(candidate => candidate.Source).DistinctBy(source => source.Passage.Id).Select((source, place) => (source, place)))
            .OrderBy(found => found.place).Select(found => found.source).DistinctBy(source => source.Passage.Id),
    ];
}
