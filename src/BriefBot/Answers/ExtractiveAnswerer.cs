using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Answers with sentences copied from the articles, each with the place where it stands.</summary>
internal sealed class ExtractiveAnswerer(
    ITextAnalyzer analyzer,
    IPassageIndex index,
    KnowledgeReadiness readiness,
    KnowledgeCatalog catalog,
    RankingModel model,
    IOptions<RetrievalOptions> retrieval,
    IOptions<AnswersOptions> options,
    ILogger<ExtractiveAnswerer> logger) : IAnswerer
{
    private readonly QuestionAnalyzer _questions = new(analyzer);
    private readonly CandidateSentences _candidates = new(analyzer);
    private readonly SentenceRanking _ranking = new(model);
    private readonly ConfidenceEstimate _confidence = new(model);
    private readonly ReplySentences _reply = new(model, options.Value.MaxSentences);

    public Task<Answer> AnswerAsync(string question, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Answer(question, earlier));
    }

    private Answer Answer(string text, IReadOnlyList<string> earlier)
    {
        if (readiness.Problem is { } problem)
        {
            return new Answer.Unavailable(problem);
        }

        try
        {
            var parts = QuestionParts.Of(text);
            var before = earlier.SelectMany(QuestionParts.Of).ToArray();
            return SeveralAnswers.Join(parts, [.. parts.Select((part, i) => AnswerPart(part, [.. before, .. parts.Take(i)]))]);
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return new Answer.Unavailable(Words.IndexUnavailable);
        }
    }

    private Answer AnswerPart(string text, IReadOnlyList<string> earlier)
    {
        var (asked, before, more) = MoreAsked.Of(text, earlier);
        var question = _questions.Analyze(asked, before);
        if (question.Form is Comparison comparison && more == 0)
        {
            return Compare(comparison, Find(comparison.Of(question, comparison.First)), Find(comparison.Of(question, comparison.Second)));
        }

        var rest = Enumerable.Range(0, more).Aggregate(Find(question), (findings, _) => findings.Without(_reply.Choose(findings.Match, findings.Fitting)));
        return Compose(rest) switch
        {
            Answer.NotFound nothing when more > 0 => nothing with { Reason = Words.NothingMore },
            var answer => answer,
        };
    }

    private Findings Find(Question question)
    {
        var found = index.Search(new PassageQuery(question.Terms, retrieval.Value.MaxPassages));
        var match = new QuestionMatch(question, found.Terms);
        var ranked = _ranking.Rank(_candidates.Of(match, found));
        return new Findings(match, found, ranked, question.Form?.Rank(match, ranked) ?? ranked);
    }

    private Answer Compose(Findings findings)
    {
        var confidence = _confidence.Of(findings.Match, findings.Found, findings.Fitting);
        var (sentences, citations) = confidence < options.Value.MinConfidence ? ([], []) : Cite(findings.Match, _reply.Choose(findings.Match, findings.Fitting));
        return citations.Count > 0
            ? new Answer.Grounded { Sentences = sentences, Citations = citations, Confidence = confidence }
            : NotFound(findings, confidence);
    }

    /// <summary>A sentence that speaks of both, else one of each; without one of the two there is nothing to compare.</summary>
    private Answer Compare(Comparison comparison, Findings first, Findings second)
    {
        var (one, other) = ComparedSentences.Of(comparison, first, second, model.SecondWithin);
        Answer[] answers = [Compose(one), Compose(other)];
        var missing = new[] { comparison.First, comparison.Second }.Where((_, i) => answers[i] is Answer.NotFound).Select(side => $"“{side.Name}”").ToArray();
        if (missing.Length > 0)
        {
            Answer.NotFound nothing = answers.OfType<Answer.NotFound>().First() with { Reason = Words.NothingFoundOn(string.Join(", ", missing)) };
            return nothing;
        }

        return SeveralAnswers.Join([.. answers.OfType<Answer.Grounded>()]);
    }

    /// <summary>A quote that does not stand where its citation says is dropped, and its sentence with it.</summary>
    private (List<AnswerSentence> Sentences, List<Citation> Citations) Cite(QuestionMatch match, IReadOnlyList<Candidate> chosen)
    {
        var sentences = new List<AnswerSentence>();
        var citations = new List<Citation>();
        foreach (var candidate in chosen)
        {
            var citation = candidate.Cite(citations.Count + 1) with { Stale = catalog.IsStale(candidate.Source.Passage.Path) };
            if (!GroundingCheck.Holds(citation, candidate.Source.Passage))
            {
                Log.QuoteNotGrounded(logger, citation.Path, citation.FirstLine, citation.LastLine);
                continue;
            }

            citations.Add(citation);
            sentences.Add(new AnswerSentence
            {
                Text = citation.Quote,
                Citations = [citation.Number],
                Highlights = ExpectedFact.Mark(match, candidate.Sentence),
            });
        }

        return (sentences, citations);
    }

    private static Answer.NotFound NotFound(Findings findings, double confidence) => new()
    {
        Reason = Refusals.Explain(findings),
        Suggestion = Refusals.Suggest(findings.Match),
        Closest = Refusals.Closest(findings.All),
        Confidence = confidence,
    };
}
