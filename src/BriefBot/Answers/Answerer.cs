using System.Diagnostics;
using BriefBot.Answers.Choosing;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>
/// The way of a question: it is understood, what may answer is found, an answer is composed and checked; what is not sure
/// enough is refused, with the reason.
/// </summary>
internal sealed class Answerer(
    Finding finding,
    IEnumerable<IComposer> composers,
    GroundingCheck check,
    Synonyms synonyms,
    KnowledgeReadiness readiness,
    RankingModel model,
    IOptions<RetrievalOptions> retrieval,
    IOptions<AnswersOptions> options,
    ILogger<Answerer> logger) : IAnswerer
{
    /// <summary>More headings than these are no help.</summary>
    private const int MaxSeeAlso = 5;

    /// <summary>Of earlier times no more are named.</summary>
    private const int MaxOlder = 3;

    private readonly IComposer _composer = composers.First(composer => composer.Name == Composer.Extractive);
    private readonly bool _hasModel = composers.Any(composer => composer.Name == Composer.Model);
    private readonly UnitRanking _ranking = new(model);
    private readonly ConfidenceEstimate _confidence = new(model);

    public async Task<Answer> AnswerAsync(string question, IReadOnlyList<EarlierQuestion> earlier, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (readiness.Problem is { } problem)
        {
            return new Answer.Unavailable(problem);
        }

        try
        {
            if (ShorterAsked.Of(question, earlier) is var (shortened, asked))
            {
                return await AnswerAsync(shortened, asked, cancellationToken) is var whole && whole is Answer.Grounded told ? told.First(ShorterAsked.Count(told)) : whole;
            }

            var parts = QuestionParts.Of(question).ToList();
            var before = earlier.SelectMany(question => QuestionParts.Of(question.Text).Select(part => question with { Text = part })).ToList();
            var (answers, found) = (new List<Answer>(), new List<Findings>());
            foreach (var part in parts.ToArray())
            {
                var answer = await AnswerPartAsync(part, before, found, cancellationToken);
                answers.Add(answer);
                foreach (var thing in ListedThings.LeftOut(part, answer))
                {
                    parts.Insert(answers.Count, thing.Name);
                    answers.Add(thing.Told(await AnswerPartAsync(thing.Question, before, found, cancellationToken)));
                }

                before.Add(EarlierQuestion.Of(part, answer));
            }

            return SeveralAnswers.Join(parts, answers) with { Attempt = _hasModel ? new FoundAttempt(found) : null };
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return new Answer.Unavailable(Words.IndexUnavailable);
        }
    }

    /// <param name="text">The part.</param>
    /// <param name="earlier">What was asked before it.</param>
    /// <param name="found">Takes what was found for it; for a comparison what was found for each of the two.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private async Task<Answer> AnswerPartAsync(string text, List<EarlierQuestion> earlier, List<Findings> found, CancellationToken cancellationToken)
    {
        var (asked, count, shown) = MoreAsked.Of(text, earlier);
        var before = earlier.Take(count).Select(question => question.Text).Where(text => !ShorterAsked.IsAskedBy(text));
        var question = finding.Understand(asked, [.. before], synonyms.Table, cancellationToken);
        if (shown is null && question.Form is Comparison comparison)
        {
            return await CompareAsync(comparison, question, found, cancellationToken);
        }

        found.Add(await FindAsync(question, cancellationToken));
        return shown is not null ? await MoreAsync(found[^1], shown, cancellationToken)
            : earlier.Count == 0 && FollowUp.IsLost(asked, question) ? await LostAsync(found[^1], cancellationToken)
            : await ComposeAsync(found[^1], cancellationToken);
    }

    private async Task<Findings> FindAsync(Question question, CancellationToken cancellationToken) =>
        Findings.Of(await finding.FindAsync(question, MaxPassages, cancellationToken), _ranking);

    /// <summary>A model reads more of them than an answer is copied from, and they are looked for once.</summary>
    private int MaxPassages => _hasModel ? Math.Max(retrieval.Value.MaxPassages, options.Value.Model.MaxPassages) : retrieval.Value.MaxPassages;

    private async Task<Answer> ComposeAsync(Findings findings, CancellationToken cancellationToken)
    {
        var confidence = Confidence(findings);
        if (findings.Match.Question.Form is TopicAsked && findings.OnTopic() is { Fitting.Count: > 0 } topic)
        {
            (findings, confidence) = confidence < LeastConfidence ? (topic, Math.Max(options.Value.SureFrom, LeastConfidence)) : (findings, confidence);
            return await GroundAsync(findings, confidence, cancellationToken) is { } told ? told with { SeeAlso = SeeAlso(topic, told) } : NotFound(findings, 0);
        }

        confidence = findings.IsOfAskedRelease ? Math.Max(confidence, options.Value.SureFrom) : confidence;

        // What contradicts the question speaks of another number than it asks about.
        var contradicted = findings.All.Count > 0 ? Contradiction.Find(findings.Match, findings.All[0].Candidate) : null;
        findings = contradicted is null ? findings : findings with { Fitting = findings.All };
        if (await GroundAsync(findings, contradicted is null ? confidence : Math.Max(confidence, LeastConfidence), cancellationToken) is not { } grounded)
        {
            return NotFound(findings, confidence);
        }

        return (contradicted is null ? grounded : Unsure(grounded)) with
        {
            Contradicted = contradicted is null ? null : SeveralAnswers.Shorten(contradicted),
            Older = Refusals.Closest(findings.Older, MaxOlder),
            ComparedRows = findings.ComparedRows,
            CountedItems = findings.CountedItems,
        };
    }

    private static Answer.Grounded Unsure(Answer.Grounded answer) => answer with { Sentences = [.. answer.Sentences.Select(sentence => sentence with { IsSure = false })] };

    /// <summary>Answers a follow-up of which nothing before is known: never as sure, and a refusal says why.</summary>
    private async Task<Answer> LostAsync(Findings findings, CancellationToken cancellationToken) => await ComposeAsync(findings, cancellationToken) switch
    {
        Answer.Grounded answer => Unsure(answer),
        Answer.NotFound nothing => nothing with { Reason = Words.LostGround },
        var other => other,
    };

    /// <summary>Other sections that hold the topic.</summary>
    private static IReadOnlyList<Closest> SeeAlso(Findings topic, Answer.Grounded told) =>
    [
        .. Refusals.Closest(topic.Fitting, MaxSeeAlso + told.Citations.Count)
            .Where(other => !told.Citations.Any(citation => citation.Path == other.Path && citation.Section == other.Section)).Take(MaxSeeAlso),
    ];

    private double Confidence(Findings findings) => _confidence.Of(findings.Found, findings.Fitting);

    private double LeastConfidence => Math.Min(options.Value.SureFrom, options.Value.PerhapsFrom);

    /// <summary>What is said, sure or not; null where nothing is sure enough.</summary>
    private async Task<Answer.Grounded?> GroundAsync(Findings findings, double confidence, CancellationToken cancellationToken)
    {
        if (confidence < LeastConfidence)
        {
            return null;
        }

        var began = Stopwatch.GetTimestamp();
        var isSure = confidence >= options.Value.SureFrom;
        var composed = await _composer.ComposeAsync(new Composing([findings]) { IsSure = isSure }, cancellationToken);
        var answer = check.Ground(composed.Sentences, _composer.Name, confidence).Answer;
        Measures.Stage("compose", began);
        return isSure || answer is null ? answer : Unsure(answer);
    }

    /// <summary>What comes next after all that was shown, where the question itself was answered and is still.</summary>
    private async Task<Answer> MoreAsync(Findings findings, IReadOnlyList<Citation> shown, CancellationToken cancellationToken)
    {
        var isAnswered = shown.Count > 0 && Confidence(findings) >= LeastConfidence;
        var rest = findings.Without(shown);
        return isAnswered && await GroundAsync(rest, Confidence(rest), cancellationToken) is { } next ? next : NotFound(findings, 0) with { Reason = Words.NothingMore };
    }

    /// <summary>Without one of the two there is nothing to compare. When neither alone is sure, the question is answered as any other.</summary>
    private async Task<Answer> CompareAsync(Comparison comparison, Question question, List<Findings> found, CancellationToken cancellationToken)
    {
        found.Add(await FindAsync(comparison.Of(question, comparison.First), cancellationToken));
        found.Add(await FindAsync(comparison.Of(question, comparison.Second), cancellationToken));
        var (one, other) = ComparedSentences.Of(comparison, found[^2], found[^1]);
        return (await ComposeAsync(one, cancellationToken), await ComposeAsync(other, cancellationToken)) switch
        {
            (Answer.Grounded first, Answer.Grounded second) => SeveralAnswers.Join([first, second]),
            (Answer.NotFound nothing, Answer.Grounded) => nothing with { Reason = Words.NothingFoundOn($"“{comparison.First.Name}”") },
            (Answer.Grounded, Answer.NotFound nothing) => nothing with { Reason = Words.NothingFoundOn($"“{comparison.Second.Name}”") },
            _ => await ComposeAsync(await FindAsync(question with { Form = null }, cancellationToken), cancellationToken),
        };
    }

    private Answer.NotFound NotFound(Findings findings, double confidence) => new()
    {
        Reason = readiness.IsComplete ? Refusals.Explain(findings) : $"{Refusals.Explain(findings)} {Words.StillReadingSome}",
        Suggestion = Refusals.Suggest(findings.Match),
        Closest = Refusals.Closest(findings.All),
        Confidence = confidence,
    };
}
