using BriefBot.Answers;
using BriefBot.Answers.Verification;

namespace BriefBot.Service.Answers;

/// <summary>Plays back how a model judged sentences; of one that it did not judge there is no verdict.</summary>
/// <param name="record">The record.</param>
internal sealed class ReplayedVerifier(RecordedModel record) : ISentenceVerifier
{
    public Task<VerificationResult> VerifyAsync(IReadOnlyList<CheckedDraft> sentences, string author, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool?[] verdicts = [.. sentences.Select(sentence => record.Verdict(sentence.Draft.Text))];
        return Task.FromResult(
            Array.TrueForAll(verdicts, verdict => verdict is null)
                ? new VerificationResult(ModelOutcome.Unavailable, [])
                : new VerificationResult(ModelOutcome.Answered, verdicts)
        );
    }
}
