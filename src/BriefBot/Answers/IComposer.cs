namespace BriefBot.Answers;

/// <summary>Composes answers. The result is only a claim: nothing is shown that <see cref="GroundingCheck"/> has not verified.</summary>
internal interface IComposer
{
    /// <summary>The name that its answers carry.</summary>
    AnswerSource Name { get; }

    /// <summary>
    /// Returns the sentences of an answer, with the passages they claim to rest on; none where it can't write any. External failures are
    /// returned as <see cref="GenerationResult.Outcome"/>.
    /// </summary>
    /// <remarks>Safe for concurrent use.</remarks>
    /// <param name="asked">The question and its evidence, which may hold no eligible sentence.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken);
}
