using BriefBot.Answers.Generation;
using BriefBot.Answers.Verification;

namespace BriefBot.Answers;

/// <summary>Proves the first sentence of a reply while the model writes the rest. For one reply; not safe for concurrent use.</summary>
/// <param name="check">Finds its evidence.</param>
/// <param name="verify">Returns the verdict on it; null where rules alone decide.</param>
/// <param name="show">Receives it once it is proven.</param>
internal sealed class FirstSentence(
    GroundingCheck check,
    Func<CheckedDraft, Task<VerificationResult?>> verify,
    Action<VerifiedSentence> show
)
{
    private DraftSentence? _draft;
    private Task<VerificationResult?> _verified = Task.FromResult<VerificationResult?>(null);

    /// <summary>Takes the complete sentences that are written so far.</summary>
    public void Take(IReadOnlyList<DraftSentence> written)
    {
        if (_draft is not null || written.Count == 0)
        {
            return;
        }

        _draft = written[0];
        var draft = check.Check(_draft);
        _verified = draft.Problem is null ? ProveAsync(draft) : _verified;
    }

    /// <summary>Returns the verdict on the first sentence of the whole reply; null where none was asked for.</summary>
    public async Task<VerificationResult?> VerdictAsync(DraftSentence first)
    {
        var verified = await _verified;
        return first.Text == _draft?.Text && first.Proofs.SequenceEqual(_draft.Proofs) ? verified : null;
    }

    private async Task<VerificationResult?> ProveAsync(CheckedDraft draft)
    {
        var result = await verify(draft);
        if (VerifiedSentence.Verify(draft, result is { Verdicts: [var verdict, ..] } ? verdict : null, out _) is { } proven)
        {
            show(proven);
        }

        return result;
    }
}
