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
