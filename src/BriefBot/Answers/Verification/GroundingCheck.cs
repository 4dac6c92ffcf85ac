using BriefBot.Answers.Entailment;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Checking;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;

namespace BriefBot.Answers.Verification;

/// <summary>Finds the evidence of sentences and verifies them. Safe for concurrent use.</summary>
/// <param name="analyzer">The analyzer of the index.</param>
/// <param name="logger">Logs quotes that do not stand at their place.</param>
internal sealed class GroundingCheck(ITextAnalyzer analyzer, ILogger<GroundingCheck> logger)
{
    /// <summary>Reason for dropping a sentence whose quote does not stand at its place.</summary>
    public const string FalseQuote = "quote";

    /// <summary>Reason for dropping a sentence that the verifier denied.</summary>
    public const string Denied = "meaning";

    /// <summary>
    /// Reason for dropping a sentence that rests on text addressed to language models, which was withheld from the model.
    /// </summary>
    private const string Withheld = "withheld";

    private readonly SentenceSupport _support = new(analyzer);
    private readonly YesNoCheck _yesNo = new(analyzer);

    /// <summary>Returns the sentences that are true copies, in order; logs each of the others.</summary>
    public IReadOnlyList<VerifiedSentence> Verify(IReadOnlyList<CopiedSentence> copied)
    {
        var verified = new List<VerifiedSentence>(copied.Count);
        foreach (var sentence in copied)
        {
            if (VerifiedSentence.Verify(sentence) is { } passes)
            {
                verified.Add(passes);
            }
            else
            {
                LogFalse(sentence.Claim);
            }
        }

        return verified;
    }

    /// <summary>
    /// Returns the answer with yes or no before its first sentence, where the question asks for that and the sentence settles it without
    /// saying so itself. Follow-ups are left as they are.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="passages">The passages that were found; the others of the same section may limit what the sentence says.</param>
    public Answer.Grounded Settle(Question question, Answer.Grounded answer, IEnumerable<Passage> passages)
    {
        var (first, citation) = (answer.Sentences[0], answer.Citations[0]);
        Passage[] section = [.. passages.Where(passage => passage.Path == citation.Path && passage.Section == citation.Section)];
        if (question.Own is not null || !first.IsSure || first.SaysYesOrNo is not null || section.Length == 0)
        {
            return answer;
        }

        var beside = section
            .SelectMany(passage => passage.Blocks)
            .Select(block => block.Text)
            .Concat(answer.Sentences.Skip(1).Select(sentence => sentence.Text));
        return _yesNo.Settle(question.Text, first.Text, [section[0].Title, .. section[0].Headings], beside) is { } settles
            ? answer with
            {
                Sentences = [first with { Settles = settles }, .. answer.Sentences.Skip(1)],
            }
            : answer;
    }

    /// <summary>Finds the evidence of a generated sentence.</summary>
    /// <remarks>
    /// It rests on the words it quotes as proof, else on the fewest sentences that entail it by rules, else on the most similar one, which
    /// proves it only with a verifier.
    /// </remarks>
    public CheckedDraft Check(DraftSentence draft)
    {
        if (UnsafeText.FindProblem(draft) is { } unsafeText)
        {
            return new CheckedDraft(draft) { Problem = unsafeText, Unproven = unsafeText };
        }

        var found = FindEvidence(draft);
        Claim[] claims =
        [
            .. found.Evidence.Select(one => new Claim(
                one.Source.Passage,
                new Place(one.Source.Passage.PlaceUnit, one.Sentence.FirstPlace, one.Sentence.LastPlace),
                one.Sentence.Text
            )),
        ];
        var problem =
            found.Evidence.Any(one => ModelCommands.Find(one.Sentence.Text) is not null) ? Withheld
            : claims.Length == 0 ? Name(found.Unproven ?? UnsupportedReason.Words)
            : found.Problem is { } unsupported ? Name(unsupported)
            : claims.FirstOrDefault(claim => !claim.IsTrue()) is { } untrue ? LogFalse(untrue)
            : null;
        return new CheckedDraft(draft)
        {
            Claims = claims,
            Passages = [.. found.Evidence.Select(one => one.Source).DistinctBy(source => source.Passage.Id)],
            Problem = problem,
            Unproven = problem ?? (found.Unproven is { } unproven ? Name(unproven) : null),
        };
    }

    private static string Name(UnsupportedReason problem) => problem.ToString().ToLowerInvariant();

    private string LogFalse(Claim claim)
    {
        Log.QuoteNotGrounded(logger, claim.Passage.Path, claim.Place.Unit, claim.Place.First, claim.Place.Last);
        return FalseQuote;
    }

    private SupportResult FindEvidence(DraftSentence draft)
    {
        var passages = draft.Cited.Concat(draft.Given).DistinctBy(source => source.Passage.Id).ToArray();
        var proof = QuotedSentences(draft.Proofs, passages);
        var quoted = proof.Length > 0 ? _support.Check(draft.Text, proof, draft.Proofs) : null;
        if (quoted is { Unproven: null } or { Problem: not null })
        {
            return quoted;
        }

        UnsupportedReason? problem = quoted?.Unproven;
        foreach (var passage in passages)
        {
            var (sentences, missing) = _support.Find(draft.Text, passage);
            if (missing is null)
            {
                return new SupportResult([.. sentences.Select(found => (passage, found))], null, null);
            }

            problem ??= missing;
        }

        return quoted
            ?? (
                _support.MostAlike(draft.Text, draft.Cited.Count > 0 ? draft.Cited : passages) is { } alike
                    ? _support.Check(draft.Text, [alike], []) with
                    {
                        Unproven = problem,
                    }
                    : new SupportResult([], problem, problem)
            );
    }

    /// <summary>Returns the sentences that contain the quoted words, searching the passages in order.</summary>
    private static (PassageSentences Source, Sentence Sentence)[] QuotedSentences(
        IReadOnlyList<string> quotes,
        IReadOnlyList<PassageSentences> passages
    ) =>
        [
            .. quotes
                .SelectMany(words =>
                    passages
                        .Select(passage => QuotedEvidence.Find(words, passage).Select(found => (passage, found)).ToArray())
                        .FirstOrDefault(found => found.Length > 0)
                    ?? []
                )
                .DistinctBy(one => (one.passage.Passage.Id, one.found.Ordinal)),
        ];
}

/// <summary>A generated sentence with the evidence that <see cref="GroundingCheck"/> found for it.</summary>
/// <param name="Draft">The sentence.</param>
internal sealed record CheckedDraft(DraftSentence Draft)
{
    /// <summary>The quotes it rests on; may be empty where there is a <see cref="Problem"/>.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The passages that the claims quote.</summary>
    public IReadOnlyList<PassageSentences> Passages { get; init; } = [];

    /// <summary>The rule that forbids the sentence whatever a verifier says, such as "number" or "name"; null where none does.</summary>
    public string? Problem { get; init; }

    /// <summary>The reason why the rules alone do not prove it; null where they do.</summary>
    public string? Unproven { get; init; }
}
