using BriefBot.Answers.Generation;
using BriefBot.Answers.Verification;

namespace BriefBot.Answers;

/// <summary>
/// Proves the sentences of a reply while the model writes on, and shows those that are proven so far. For one reply; sentences are taken
/// by one thread at a time.
/// </summary>
/// <remarks>
/// One request to the verifier runs at a time, with all sentences that were written meanwhile. Nothing more is proven ahead once the first
/// sentence is not proven, the verifier fails or the reply ends.
/// </remarks>
/// <param name="check">Finds the evidence of a sentence.</param>
/// <param name="verify">Returns the verdicts on sentences; null where rules alone decide.</param>
/// <param name="show">Receives the sentences proven so far, whenever there are more; one call after the other.</param>
internal sealed class StreamedSentences(
    GroundingCheck check,
    Func<CheckedDraft[], Task<VerificationResult?>> verify,
    Action<IReadOnlyList<VerifiedSentence>> show
)
{
    private readonly Lock _lock = new();
    private readonly List<DraftSentence> _taken = [];
    private readonly List<VerifiedSentence> _proven = [];
    private IReadOnlyList<DraftSentence> _written = [];
    private VerificationResult? _result;
    private Task _proving = Task.CompletedTask;
    private bool _isProving;
    private bool _isOver;

    /// <summary>Takes all complete sentences that are written so far.</summary>
    public void Take(IReadOnlyList<DraftSentence> written)
    {
        lock (_lock)
        {
            _written = written;
            if (!_isProving && !_isOver && written.Count > _taken.Count)
            {
                _isProving = true;
                _proving = ProveAsync();
            }
        }
    }

    /// <summary>Ends the proving ahead, once what runs is done.</summary>
    /// <param name="whole">The sentences of the whole reply.</param>
    /// <returns>The verdicts on the first of them, as far as they were asked for; null where none was.</returns>
    public async Task<VerificationResult?> EndAsync(IReadOnlyList<DraftSentence> whole)
    {
        Task proving;
        lock (_lock)
        {
            _isOver = true;
            proving = _proving;
        }

        await proving;
        var same = _taken.Zip(whole).TakeWhile(pair => IsSame(pair.First, pair.Second)).Count();
        return _result is null ? null : _result with { Verdicts = [.. _result.Verdicts.Take(same)] };
    }

    private static bool IsSame(DraftSentence one, DraftSentence other) => one.Text == other.Text && one.Proofs.SequenceEqual(other.Proofs);

    private async Task ProveAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Next() is { Length: > 0 } next)
        {
            CheckedDraft[] drafts = [.. next.Select(check.Check)];
            // If a rule forbids the first sentence, the reply is not shown.
            var result = _proven.Count == 0 && drafts[0].Problem is not null ? null : await verify(drafts);
            _result = result is null ? _result : _result?.Then(result) ?? result;
            VerifiedSentence[] proven =
            [
                .. drafts
                    .Select((draft, i) => VerifiedSentence.Verify(draft, result?.Verdicts.ElementAtOrDefault(i), out _))
                    .TakeWhile((sentence, i) => sentence is not null || i > 0 || _proven.Count > 0)
                    .OfType<VerifiedSentence>(),
            ];
            _proven.AddRange(proven);
            if (proven.Length > 0)
            {
                show([.. _proven]);
            }

            if (_proven.Count == 0 || result is { Outcome: not ModelOutcome.Answered })
            {
                break;
            }
        }
    }

    /// <summary>Returns the sentences written since; none at the end.</summary>
    private DraftSentence[] Next()
    {
        lock (_lock)
        {
            DraftSentence[] next = _isOver ? [] : [.. _written.Skip(_taken.Count)];
            _taken.AddRange(next);
            _isProving = next.Length > 0;
            return next;
        }
    }
}
