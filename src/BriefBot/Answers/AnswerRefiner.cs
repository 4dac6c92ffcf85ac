using System.Diagnostics;
using System.Text.Json;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Answers.Understanding;
using BriefBot.Answers.Verification;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>
/// Answers with a model that writes sentences from the retrieved passages. The proven sentences are the answer if the first is proven;
/// otherwise the model is asked once more.
/// </summary>
/// <remarks>
/// A sentence is proven if no rule forbids it and the verifier confirms it or, without a verdict, if the rules entail it. Withdraws the
/// copied answer if the model says that the passages do not answer.
/// </remarks>
internal sealed class AnswerRefiner(
    CandidateRetriever retriever,
    IAnswerGenerator generator,
    GroundingCheck check,
    AnswerAssembler assembler,
    Synonyms synonyms,
    IOptions<AnswersOptions> options,
    TimeProvider time,
    ILogger<AnswerRefiner> logger,
    ISentenceVerifier? verifier = null
) : IAnswerRefiner
{
    /// <summary>Maximum number of tries: a reply, and another if the first sentence could not be proven.</summary>
    private const int MostTries = 2;

    public TimeSpan Patience(Answer first) =>
        first is Answer.Grounded { IsSure: true } or Answer.Unavailable
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(options.Value.Model.PatienceSeconds);

    public async Task<Answer> RefineAsync(
        string question,
        IReadOnlyList<PreviousQuestion> earlier,
        string author,
        Answer first,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await GenerateAsync(question, earlier, author, first, begun, cancellationToken);
            BotMetrics.Stage("model", began);
            if (answer.Model is { } use)
            {
                BotMetrics.ModelAnswered(Name(use.Outcome), use.Verification is { } verification ? Name(verification) : null, use.Dropped);
            }

            return answer.Considered == first.Considered ? answer : answer with { Considered = first.Considered };
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return first;
        }
    }

    private static string Name(ModelOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());

    private async Task<Answer> GenerateAsync(
        string question,
        IReadOnlyList<PreviousQuestion> earlier,
        string author,
        Answer first,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    )
    {
        if ((first.Attempt as RankedEvidence)?.Take() is not { } evidence)
        {
            return first;
        }

        var asked = new GenerationRequest(evidence)
        {
            Question = question,
            Earlier = earlier,
            Author = author,
            Search = SearchAsync,
        };
        return asked.Passages.Count == 0
            ? first with
            {
                Model = new ModelUse(ModelOutcome.NoAnswer),
            }
            : await GenerateAsync(asked, first, evidence[0], begun, cancellationToken);
    }

    /// <summary>Generates and proves an answer, with a second try for what was not proven; the first answer where none is.</summary>
    private async Task<Answer> GenerateAsync(
        GenerationRequest asked,
        Answer first,
        RankedUnits ranked,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    )
    {
        var maxSentences = options.Value.MaxSentences * QuestionParts.Split(asked.Question).Count;
        var use = new ModelUse(ModelOutcome.NotSupported);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Model.TimeoutSeconds), time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var ahead = begun is null ? null : ProveAhead(asked.Author, first, maxSentences, begun, ends.Token, cancellationToken);
        asked = asked with { Written = ahead is null ? null : ahead.Take };
        for (var i = 0; i < MostTries && use.Outcome == ModelOutcome.NotSupported; i++)
        {
            // The first reply has its own limit; a second one only the time that the first left.
            var composition =
                i == 0
                    ? await generator.GenerateAsync(asked, cancellationToken)
                    : await GenerateAgainAsync(asked, ends.Token, cancellationToken);
            use = use.Add(composition.Tokens) with { PromptVersion = composition.PromptVersion ?? use.PromptVersion };
            if (composition.Sentences.Count == 0)
            {
                // A failed second try keeps the outcome of the first.
                use = i == 0 || composition.Outcome == ModelOutcome.NoAnswer ? use with { Outcome = composition.Outcome } : use;
                break;
            }

            var sentences = Check(composition.Sentences, cancellationToken);
            var early = ahead is null ? null : await ahead.EndAsync(composition.Sentences);
            // If a rule forbids the first sentence, the rest is not worth a request.
            var verification =
                use.Verification is null && sentences[0].Problem is null
                    ? await VerifyAsync(sentences, early, asked.Author, ends.Token, cancellationToken)
                    : null;
            var (proven, unproven, isFirstProven) = Prove(sentences, verification, asked.Unproven);
            use = use.Add(verification?.Tokens ?? default) with
            {
                Verification = verification?.Outcome ?? use.Verification,
                Dropped = unproven.CountBy(one => one.Problem).ToDictionary(),
                Drafts = [.. use.Drafts, .. composition.Sentences.Select(draft => new ModelDraft(draft.Text, Problem(draft, unproven)))],
            };
            if (isFirstProven && assembler.Assemble([.. proven.Take(maxSentences)], AnswerSource.Model, Confidence(first)) is { } answer)
            {
                // Keep the proven sentences of a reply that broke off.
                return answer with { Model = use with { Outcome = composition.Outcome } };
            }

            if (composition.Outcome != ModelOutcome.Answered)
            {
                use = use with { Outcome = composition.Outcome };
                break;
            }

            (asked, ahead) = (asked with { Unproven = unproven, Written = null }, null);
        }

        return use.Outcome == ModelOutcome.NoAnswer ? Withdrawn(first, ranked) with { Model = use } : first with { Model = use };
    }

    private async Task<GenerationResult> GenerateAgainAsync(
        GenerationRequest asked,
        CancellationToken late,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await generator.GenerateAsync(asked, late);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GenerationResult([]) { Outcome = ModelOutcome.TimedOut };
        }
    }

    private static string? Problem(DraftSentence draft, List<UnprovenSentence> unproven) =>
        unproven.Find(one => one.Text == draft.Text)?.Problem;

    private CheckedDraft[] Check(IReadOnlyList<DraftSentence> sentences, CancellationToken cancellationToken)
    {
        var all = new List<CheckedDraft>(sentences.Count);
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(check.Check(sentence));
        }

        return [.. all];
    }

    /// <summary>Proves sentences ahead of those that are still being written.</summary>
    private StreamedSentences ProveAhead(
        string author,
        Answer first,
        int maxSentences,
        Action<Answer.Grounded> begun,
        CancellationToken late,
        CancellationToken cancellationToken
    ) =>
        new(
            check,
            drafts => VerifyAsync(drafts, null, author, late, cancellationToken),
            proven =>
            {
                if (proven.Count <= maxSentences && assembler.Assemble(proven, AnswerSource.Model, Confidence(first)) is { } beginning)
                {
                    begun(beginning);
                }
            }
        );

    /// <summary>Returns a verdict for each sentence that no rule forbids; the first may have theirs already.</summary>
    /// <returns>Null without a verifier; no verdicts where it fails, and the rules alone decide.</returns>
    private async Task<VerificationResult?> VerifyAsync(
        CheckedDraft[] sentences,
        VerificationResult? early,
        string author,
        CancellationToken late,
        CancellationToken cancellationToken
    )
    {
        var rest = sentences[(early?.Verdicts.Count ?? 0)..];
        CheckedDraft[] open = [.. rest.Where(sentence => sentence.Problem is null)];
        if (
            !options.Value.Model.Verify
            || verifier is null
            || open.Length == 0
            || early is { Outcome: not ModelOutcome.Answered } or { Verdicts: [false, ..] }
        )
        {
            return early;
        }

        try
        {
            var result = (await verifier.VerifyAsync(open, author, late)).ForAll(rest);
            return early?.Then(result) ?? result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var result = new VerificationResult(ModelOutcome.TimedOut, []);
            return early?.Then(result) ?? result;
        }
    }

    /// <summary>
    /// Splits sentences into verified and unproven ones, and returns whether the first is verified. A sentence that was denied before stays
    /// denied.
    /// </summary>
    private static (List<VerifiedSentence> Proven, List<UnprovenSentence> Unproven, bool IsFirstProven) Prove(
        CheckedDraft[] sentences,
        VerificationResult? verification,
        IReadOnlyList<UnprovenSentence> before
    )
    {
        var proven = new List<VerifiedSentence>();
        var unproven = new List<UnprovenSentence>();
        var isFirstProven = false;
        foreach (var (i, sentence) in sentences.Index())
        {
            var denied = new UnprovenSentence(sentence.Draft.Text, GroundingCheck.Denied);
            bool? verdict =
                before.Contains(denied) ? false
                : i < verification?.Verdicts.Count ? verification.Verdicts[i]
                : null;
            if (VerifiedSentence.Verify(sentence, verdict, out var problem) is { } verified)
            {
                proven.Add(verified);
                isFirstProven |= i == 0;
            }
            else
            {
                unproven.Add(denied with { Problem = problem! });
            }
        }

        return (proven, unproven, isFirstProven);
    }

    /// <summary>A proven answer is given as sure, so it is no less sure than that.</summary>
    private double Confidence(Answer first) =>
        Math.Max(first is Answer.Grounded grounded ? grounded.Confidence : 0, options.Value.SureFrom);

    /// <summary>Returns the answer when the model says that the passages do not answer: none, with the closest passages.</summary>
    private static Answer Withdrawn(Answer first, RankedUnits ranked) =>
        first is not Answer.Grounded
            ? first
            : new Answer.NotFound
            {
                Reason = BotTexts.FolderDoesNotSay,
                Suggestion = Refusals.Suggest(ranked.Match),
                Closest = Refusals.Closest(ranked.All),
                Confidence = 0,
            };

    private async Task<IReadOnlyList<PassageSentences>> SearchAsync(string words, CancellationToken cancellationToken)
    {
        var found = await retriever.FindAsync(
            retriever.Understand(words, [], synonyms.Table, cancellationToken),
            GenerationRequest.MaxPassages,
            cancellationToken
        );
        return [.. found.Candidates.Select(candidate => candidate.Source).DistinctBy(source => source.Passage.Id)];
    }
}
