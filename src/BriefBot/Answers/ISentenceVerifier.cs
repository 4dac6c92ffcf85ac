namespace BriefBot.Answers;

/// <summary>Judges by reading whether passages state sentences.</summary>
internal interface ISentenceVerifier
{
    /// <summary>
    /// Judges each sentence by the passages it quotes, and nothing else. External failures are returned as
    /// <see cref="Verification.Outcome"/>. Safe for concurrent use.
    /// </summary>
    /// <param name="sentences">The sentences; at least one.</param>
    /// <param name="author">The author, for limits; never given to the model.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<Verification> VerifyAsync(IReadOnlyList<CheckedSentence> sentences, string author, CancellationToken cancellationToken);
}
