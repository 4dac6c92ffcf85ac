using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Answers with sentences copied from the articles, each with the place where it stands.</summary>
internal sealed class ExtractiveAnswerer(
    ITextAnalyzer analyzer,
    IPassageIndex index,
    Synonyms synonyms,
    KnowledgeReadiness readiness,
    KnowledgeCatalog catalog,
    RankingModel model,
    IOptions<RetrievalOptions> retrieval,
    IOptions<AnswersOptions> options,
    ILogger<ExtractiveAnswerer> logger) : IAnswerer
{
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

        var question = new QuestionAnalyzer(analyzer, synonyms.Table).Analyze(text, earlier);
        SearchResult found;
        try
        {
            found = index.Search(new PassageQuery(question.Terms, retrieval.Value.MaxPassages));
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return new Answer.Unavailable(Words.IndexUnavailable);
        }

        return Compose(new QuestionMatch(question, found.Terms), found);
    }

    private Answer Compose(QuestionMatch match, SearchResult found)
    {
        var ranked = _ranking.Rank(_candidates.Of(match, found));
        var confidence = _confidence.Of(match, found, ranked);
        if (confidence < options.Value.MinConfidence || ranked.Count == 0)
        {
            return NotFound(match, ranked, confidence);
        }

        var (sentences, citations) = Cite(match, _reply.Choose(ranked));
        return citations.Count > 0
            ? new Answer.Grounded { Sentences = sentences, Citations = citations, Confidence = confidence }
            : NotFound(match, ranked, confidence);
    }

    /// <summary>A quote that does not stand where its citation says is dropped, and its sentence with it.</summary>
    private (List<AnswerSentence> Sentences, List<Citation> Citations) Cite(QuestionMatch match, IReadOnlyList<Candidate> chosen)
    {
        var sentences = new List<AnswerSentence>();
        var citations = new List<Citation>();
        foreach (var candidate in chosen)
        {
            var citation = candidate.Cite(citations.Count + 1);
            citation = citation with { Stale = catalog.IsStale(citation.Path), Url = citation.Url ?? catalog.LinkTo(citation.Path, citation.Place) };
            if (!GroundingCheck.Holds(citation, candidate.Source.Passage))
            {
                Log.QuoteNotGrounded(logger, citation.Path, citation.Place.Unit, citation.Place.First, citation.Place.Last);
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

    private static Answer.NotFound NotFound(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked, double confidence) => new()
    {
        Reason = Refusals.Explain(match, ranked),
        Suggestion = Refusals.Suggest(match),
        Closest = Refusals.Closest(ranked),
        Confidence = confidence,
    };
}
