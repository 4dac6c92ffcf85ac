namespace BriefBot.Answers.Verification;

/// <summary>Judges by reading whether passages state sentences.</summary>
internal interface ISentenceVerifier
{
    /// <summary>Judges each sentence by the passages it quotes, and nothing else. Safe for concurrent use.</summary>
    /// <remarks>External failures are returned as <see cref="VerificationResult.Outcome"/>.</remarks>
    /// <param name="sentences">The sentences; at least one.</param>
    /// <param name="author">The author, for limits; never given to the model.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<VerificationResult> VerifyAsync(IReadOnlyList<CheckedDraft> sentences, string author, CancellationToken cancellationToken);
}

/// <summary>The verdicts of a verifier.</summary>
/// <param name="Outcome"><see cref="ModelOutcome.Answered"/> where it judged any sentence, otherwise the reason why not.</param>
/// <param name="Verdicts">
/// For each sentence whether its passages state all of it; null where no verdict could be read. Empty where none was judged.
/// </param>
internal sealed record VerificationResult(ModelOutcome Outcome, IReadOnlyList<bool?> Verdicts)
{
    /// <summary>Number of tokens read and written, as the API reports them.</summary>
    public (int Prompt, int Reply) Tokens { get; init; }
}
