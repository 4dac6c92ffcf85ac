using System.Diagnostics;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Answers.Understanding;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>
/// Answers questions from the articles: understand, retrieve, rank, select, write, verify, assemble. Refuses, with a reason, when the
/// confidence is too low.
/// </summary>
internal sealed class AnswerPipeline(
    CandidateRetriever retriever,
    ExtractiveWriter writer,
    GroundingCheck check,
    AnswerAssembler assembler,
    Synonyms synonyms,
    KnowledgeReadiness readiness,
    RankingModel model,
    IOptions<AnswersOptions> options,
    ILogger<AnswerPipeline> logger,
    IAnswerGenerator? generator = null
) : IAnswerer
{
    /// <summary>More headings than these are no help.</summary>
    private const int MaxSeeAlso = 5;

    /// <summary>Maximum number of sections named for earlier times.</summary>
    private const int MaxOlder = 3;

    private readonly UnitRanking _ranking = new(model);
    private readonly ConfidenceModel _confidence = new(model);

    public async Task<Answer> AnswerAsync(string question, IReadOnlyList<PreviousQuestion> earlier, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (readiness.Problem is { } problem)
        {
            return new Answer.Unavailable(problem);
        }

        try
        {
            if (ShorterRequest.Parse(question, earlier) is var (shortened, asked))
            {
                return await AnswerAsync(shortened, asked, cancellationToken) is var whole && whole is Answer.Grounded told
                    ? told.First(ShorterRequest.Count(told))
                    : whole;
            }

            var parts = QuestionParts.Split(question).ToList();
            var mayRefine = generator is not null && parts.TrueForAll(part => MoreRequest.Parse(part, earlier).Shown is null);
            var before = earlier
                .SelectMany(question => QuestionParts.Split(question.Text).Select(part => question with { Text = part }))
                .ToList();
            var (answers, found) = (new List<Answer>(), new List<RankedUnits>());
            foreach (var part in parts.ToArray())
            {
                var answer = await AnswerPartAsync(part, before, found, cancellationToken);
                answers.Add(answer);
                foreach (var thing in ListedThings.LeftOut(part, answer))
                {
                    parts.Insert(answers.Count, thing.Name);
                    answers.Add(thing.Told(await AnswerPartAsync(thing.Question, before, found, cancellationToken)));
                }

                before.Add(PreviousQuestion.Create(part, answer));
            }

            return SeveralAnswers.Join(parts, answers) with
            {
                Attempt = mayRefine ? new RankedEvidence(found) : null,
                Considered = RankedEvidence.Record(found),
            };
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return new Answer.Unavailable(BotTexts.IndexUnavailable);
        }
    }

    /// <param name="text">The part.</param>
    /// <param name="earlier">The earlier questions.</param>
    /// <param name="found">Receives the retrieved evidence; for a comparison that of both sides.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private async Task<Answer> AnswerPartAsync(
        string text,
        List<PreviousQuestion> earlier,
        List<RankedUnits> found,
        CancellationToken cancellationToken
    )
    {
        var (asked, count, shown) = MoreRequest.Parse(text, earlier);
        var before = earlier.Take(count).Select(question => question.Text).Where(text => !ShorterRequest.IsAskedBy(text));
        var question = retriever.Understand(asked, [.. before], synonyms.Table, cancellationToken);
        if (shown is null && question.Form is Comparison comparison)
        {
            return await CompareAsync(comparison, question, found, cancellationToken);
        }

        found.Add(await FindAsync(question, cancellationToken));
        return shown is not null ? More(found[^1], shown, cancellationToken)
            : earlier.Count == 0 && FollowUpDetector.IsLost(asked, question) ? Lost(found[^1], cancellationToken)
            : Respond(found[^1], cancellationToken);
    }

    private async Task<RankedUnits> FindAsync(Question question, CancellationToken cancellationToken) =>
        RankedUnits.Create(await retriever.FindAsync(question, MaxPassages, cancellationToken), _ranking);

    /// <summary>
    /// Maximum number of passages. A model reads more of them than an answer is copied from, and they are retrieved only once.
    /// </summary>
    private int MaxPassages => generator is not null ? GenerationRequest.MaxPassages : CandidateRetriever.MaxPassages;

    /// <summary>Selects, writes, verifies and assembles the answer to one part of a question, or refuses it.</summary>
    private Answer Respond(RankedUnits ranked, CancellationToken cancellationToken)
    {
        var confidence = Confidence(ranked);
        if (ranked.Match.Question.Form is TopicAsked && ranked.OnTopic() is { Fitting.Count: > 0 } topic)
        {
            (ranked, confidence) =
                confidence < LeastConfidence ? (topic, Math.Max(options.Value.SureFrom, LeastConfidence)) : (ranked, confidence);
            if (Write(ranked, confidence, cancellationToken) is { } told)
            {
                return told with { SeeAlso = SeeAlso(topic, told) };
            }

            return NotFound(ranked, 0);
        }

        confidence = ranked.IsOfAskedRelease ? Math.Max(confidence, options.Value.SureFrom) : confidence;

        // A contradiction holds another number than the question asks about.
        var contradicted = ranked.All.Count > 0 ? Contradiction.Find(ranked.Match, ranked.All[0].Candidate) : null;
        ranked = contradicted is null ? ranked : ranked with { Fitting = ranked.All };
        if (Write(ranked, contradicted is null ? confidence : Math.Max(confidence, LeastConfidence), cancellationToken) is not { } grounded)
        {
            return NotFound(ranked, confidence);
        }

        return (
            contradicted is null
                ? check.Settle(ranked.Match.Question, grounded, ranked.All.Select(one => one.Candidate.Source.Passage))
                : Unsure(grounded)
        ) with
        {
            Contradicted = contradicted is null ? null : SeveralAnswers.Shorten(contradicted),
            Older = Refusals.Closest(ranked.Older, MaxOlder),
            ComparedRows = ranked.ComparedRows,
            CountedItems = ranked.CountedItems,
        };
    }

    private static Answer.Grounded Unsure(Answer.Grounded answer) =>
        answer with
        {
            Sentences = [.. answer.Sentences.Select(sentence => sentence with { IsSure = false, Settles = null })],
        };

    /// <summary>Answers a follow-up whose earlier questions are unknown: never as sure, and with that reason if it is refused.</summary>
    private Answer Lost(RankedUnits ranked, CancellationToken cancellationToken) =>
        Respond(ranked, cancellationToken) switch
        {
            Answer.Grounded answer => Unsure(answer),
            Answer.NotFound nothing => nothing with { Reason = BotTexts.LostGround },
            var other => other,
        };

    /// <summary>Other sections that hold the topic.</summary>
    private static IReadOnlyList<NearMiss> SeeAlso(RankedUnits topic, Answer.Grounded told) =>
        [
            .. Refusals
                .Closest(topic.Fitting, MaxSeeAlso + told.Citations.Count)
                .Where(other => !told.Citations.Any(citation => citation.Path == other.Path && citation.Section == other.Section))
                .Take(MaxSeeAlso),
        ];

    private double Confidence(RankedUnits ranked) => _confidence.Score(ranked.Found, ranked.Fitting);

    private double LeastConfidence => Math.Min(options.Value.SureFrom, options.Value.PerhapsFrom);

    /// <summary>Returns the answer, sure or not, or null where the confidence is too low.</summary>
    private Answer.Grounded? Write(RankedUnits ranked, double confidence, CancellationToken cancellationToken)
    {
        if (confidence < LeastConfidence)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var began = Stopwatch.GetTimestamp();
        var isSure = confidence >= options.Value.SureFrom;
        var answer = assembler.Assemble(check.Verify(writer.Write(ranked, isSure)), AnswerSource.Extractive, confidence);
        BotMetrics.Stage("compose", began);
        return isSure || answer is null ? answer : Unsure(answer);
    }

    /// <summary>Returns the passages that follow those already shown, if the question is still answered.</summary>
    private Answer More(RankedUnits ranked, IReadOnlyList<Citation> shown, CancellationToken cancellationToken)
    {
        var isAnswered = shown.Count > 0 && Confidence(ranked) >= LeastConfidence;
        var rest = ranked.Without(shown);
        if (isAnswered && Write(rest, Confidence(rest), cancellationToken) is { } next)
        {
            return next;
        }

        return NotFound(ranked, 0) with
        {
            Reason = BotTexts.NothingMore,
        };
    }

    /// <summary>
    /// Without one of the two there is nothing to compare. When neither alone is sure, the question is answered as any other.
    /// </summary>
    private async Task<Answer> CompareAsync(
        Comparison comparison,
        Question question,
        List<RankedUnits> found,
        CancellationToken cancellationToken
    )
    {
        found.Add(await FindAsync(comparison.AskOneSide(question, comparison.First), cancellationToken));
        found.Add(await FindAsync(comparison.AskOneSide(question, comparison.Second), cancellationToken));
        var (one, other) = ComparedSentences.Select(comparison, found[^2], found[^1]);
        return (Respond(one, cancellationToken), Respond(other, cancellationToken)) switch
        {
            (Answer.Grounded first, Answer.Grounded second) => SeveralAnswers.Join([first, second]),
            (Answer.NotFound nothing, Answer.Grounded) => nothing with { Reason = BotTexts.NothingFoundOn($"“{comparison.First.Name}”") },
            (Answer.Grounded, Answer.NotFound nothing) => nothing with { Reason = BotTexts.NothingFoundOn($"“{comparison.Second.Name}”") },
            _ => Respond(await FindAsync(question with { Form = null }, cancellationToken), cancellationToken),
        };
    }

    private Answer.NotFound NotFound(RankedUnits ranked, double confidence) =>
        new()
        {
            Reason = readiness.IsComplete ? Refusals.Explain(ranked) : $"{Refusals.Explain(ranked)} {BotTexts.StillReadingSome}",
            Suggestion = Refusals.Suggest(ranked.Match),
            Closest = Refusals.Closest(ranked.All),
            Confidence = confidence,
        };
}
