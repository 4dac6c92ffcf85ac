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

    /// <summary>Returns the verdicts on all of these sentences, where those on the ones that no rule forbids were asked for.</summary>
    public VerificationResult ForAll(IReadOnlyList<CheckedDraft> sentences)
    {
        var verdicts = new Queue<bool?>(Verdicts);
        return this with
        {
            Verdicts = [.. sentences.Select(sentence => sentence.Problem is null && verdicts.TryDequeue(out var verdict) ? verdict : null)],
        };
    }

    /// <summary>Returns these verdicts and those on the sentences after them.</summary>
    public VerificationResult Then(VerificationResult next) =>
        next with
        {
            Verdicts = [.. Verdicts, .. next.Verdicts],
            Tokens = (Tokens.Prompt + next.Tokens.Prompt, Tokens.Reply + next.Tokens.Reply),
        };
}
