using BriefBot.Answers.Language;
using BriefBot.Answers.Selection;

namespace BriefBot.Answers.Generation;

/// <summary>Writes answers in its own words. The result is only a claim: nothing of it is shown that is not verified.</summary>
internal interface IAnswerGenerator
{
    /// <summary>Returns the sentences of an answer, with the passages they name as sources; none where it can't write any.</summary>
    /// <remarks>External failures are returned as <see cref="GenerationResult.Outcome"/>. Safe for concurrent use.</remarks>
    /// <param name="request">The question and its evidence, which may hold no eligible sentence.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<GenerationResult> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken);
}

/// <summary>A request to a generator.</summary>
/// <param name="Evidence">The ranked units of the question, or of each of its parts; never empty.</param>
internal sealed record GenerationRequest(IReadOnlyList<RankedUnits> Evidence)
{
    /// <summary>Maximum number of passages given to a generator.</summary>
    /// <remarks>Measured on document folders: six hold the answer to 90 % of questions, twelve to 96 %.</remarks>
    public const int MaxPassages = 12;

    /// <summary>The question as it was typed.</summary>
    public string Question { get; init; } = "";

    /// <summary>The earlier questions with their answers, oldest first.</summary>
    public IReadOnlyList<PreviousQuestion> Earlier { get; init; } = [];

    /// <summary>The author, for limits; never given to the model.</summary>
    public string Author { get; init; } = "";

    /// <summary>Sentences of the generator's previous try that could not be proven; empty at first.</summary>
    public IReadOnlyList<UnprovenSentence> Unproven { get; init; } = [];

    /// <summary>Receives the complete sentences as they are written, one call after the other; null where nobody waits for them.</summary>
    public Action<IReadOnlyList<DraftSentence>>? Written { get; init; }

    /// <summary>Finds passages by other words, best first. Safe for concurrent use.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<PassageSentences>>> Search { get; init; } =
        (_, _) => Task.FromResult<IReadOnlyList<PassageSentences>>([]);

    /// <summary>The passages, each once; first the best of each part.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; } =
    [
        .. Evidence
            .SelectMany(ranked =>
                ranked
                    .Found.Candidates.Select(candidate => candidate.Source)
                    .DistinctBy(source => source.Passage.Id)
                    .Select((source, place) => (source, place))
            )
            .OrderBy(found => found.place)
            .Select(found => found.source)
            .DistinctBy(source => source.Passage.Id),
    ];
}

/// <summary>A sentence of a generator that could not be proven.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">The reason, as counted in <see cref="ModelUse.Dropped"/>: "date", "name", "words".</param>
internal sealed record UnprovenSentence(string Text, string Problem);

/// <summary>The result of a generator.</summary>
/// <param name="Sentences">The sentences in reading order; empty where it can't write any.</param>
internal sealed record GenerationResult(IReadOnlyList<DraftSentence> Sentences)
{
    /// <summary>The outcome of the request to a model.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>The version of the model's prompts.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>Number of tokens read and written, as the API reports them.</summary>
    public (int Prompt, int Reply) Tokens { get; init; }
}

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
