using BriefBot.Answers.Language;
using BriefBot.Answers.Selection;

namespace BriefBot.Answers.Generation;

/// <summary>A request to a generator.</summary>
/// <param name="Evidence">The ranked units of the question, or of each of its parts; never empty.</param>
internal sealed record GenerationRequest(IReadOnlyList<RankedUnits> Evidence)
{
    /// <summary>The question as it was typed.</summary>
    public string Question { get; init; } = "";

    /// <summary>The earlier questions with their answers, oldest first.</summary>
    public IReadOnlyList<PreviousQuestion> Earlier { get; init; } = [];

    /// <summary>The author, for limits; never given to the model.</summary>
    public string Author { get; init; } = "";

    /// <summary>Sentences of the generator's previous try that could not be proven; empty at first.</summary>
    public IReadOnlyList<UnprovenSentence> Unproven { get; init; } = [];

    /// <summary>Finds passages by other words, best first. Safe for concurrent use.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<PassageSentences>>> Search { get; init; } =
        (_, _) => Task.FromResult<IReadOnlyList<PassageSentences>>([]);

    /// <summary>The passages, each once; first the best of each part.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; } =
    [
        .. Evidence.SelectMany(ranked => ranked.Found.Candidates.Select(candidate => candidate.Source)
                .DistinctBy(source => source.Passage.Id).Select((source, place) => (source, place)))
            .OrderBy(found => found.place).Select(found => found.source).DistinctBy(source => source.Passage.Id),
    ];
}

/// <summary>A sentence of a generator that could not be proven.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">The reason, as counted in <see cref="ModelUse.Dropped"/>: "date", "name", "words".</param>
internal sealed record UnprovenSentence(string Text, string Problem);
