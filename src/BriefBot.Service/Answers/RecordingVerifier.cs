using BriefBot.Answers;
using BriefBot.Answers.Verification;

namespace BriefBot.Service.Answers;

/// <summary>Keeps how a model judges sentences.</summary>
/// <param name="verifier">The verifier to record.</param>
/// <param name="record">The record.</param>
internal sealed class RecordingVerifier(ISentenceVerifier verifier, RecordedModel record) : ISentenceVerifier
{
    public async Task<VerificationResult> VerifyAsync(
        IReadOnlyList<CheckedDraft> sentences,
        string author,
        CancellationToken cancellationToken
    )
    {
        var verification = await verifier.VerifyAsync(sentences, author, cancellationToken);
        foreach (var (sentence, verdict) in sentences.Zip(verification.Verdicts).Where(one => one.Second is not null))
        {
            record.Add(new RecordedReply(ModelPurpose.Verify) { Sentence = sentence.Draft.Text, States = verdict });
        }

        return verification;
    }
}
