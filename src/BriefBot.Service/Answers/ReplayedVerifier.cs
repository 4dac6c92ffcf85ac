using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>Plays back how a model judged sentences; of one that it did not judge there is no verdict.</summary>
/// <param name="record">The record.</param>
internal sealed class ReplayedVerifier(RecordedModel record) : ISentenceVerifier
{
    public Task<Verification> VerifyAsync(IReadOnlyList<CheckedSentence> sentences, string author, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool?[] verdicts = [.. sentences.Select(sentence => record.Verdict(sentence.Sentence.Text))];
        return Task.FromResult(Array.TrueForAll(verdicts, verdict => verdict is null)
            ? new Verification(ModelOutcome.Unavailable, []) : new Verification(ModelOutcome.Answered, verdicts));
    }
}
