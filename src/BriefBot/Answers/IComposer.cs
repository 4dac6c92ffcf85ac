namespace BriefBot.Answers;

/// <summary>Writes what answers a question. What it writes is only claimed: nothing leaves the room that <see cref="GroundingCheck"/> has not passed.</summary>
internal interface IComposer
{
    /// <summary>The name that its answers carry.</summary>
    AnswerSource Name { get; }

    /// <summary>
    /// The sentences of an answer, with the passages they claim to rest on; none where it can write none. What fails outside
    /// comes back as <see cref="GenerationResult.Outcome"/>. Safe for concurrent use.
    /// </summary>
    /// <param name="asked">What is asked, and what was found; fitting sentences may be none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken);
}
