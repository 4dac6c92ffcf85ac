using System.Diagnostics;
using BriefBot.Answers.Choosing;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
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

    public Task<Answer> AnswerAsync(string question, IReadOnlyList<EarlierQuestion> earlier, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(AnswerMessage(question, earlier, cancellationToken));
    }

    private Answer AnswerMessage(string text, IReadOnlyList<EarlierQuestion> earlier, CancellationToken cancellationToken)
    {
        if (readiness.Problem is { } problem)
        {
            return new Answer.Unavailable(problem);
        }

        try
        {
            var parts = QuestionParts.Of(text);
            var before = earlier.SelectMany(question => QuestionParts.Of(question.Text).Select(part => question with { Text = part })).ToList();
            var answers = new List<Answer>();
            foreach (var part in parts)
            {
                answers.Add(AnswerPart(part, before, cancellationToken));
                before.Add(EarlierQuestion.Of(part, answers[^1]));
            }

            return SeveralAnswers.Join(parts, answers);
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return new Answer.Unavailable(Words.IndexUnavailable);
        }
    }

    private Answer AnswerPart(string text, IReadOnlyList<EarlierQuestion> earlier, CancellationToken cancellationToken)
    {
        var (asked, count, shown) = MoreAsked.Of(text, earlier);
        string[] before = [.. earlier.Take(count).Select(question => question.Text)];
        var questions = new QuestionAnalyzer(analyzer, synonyms.Table);
        var question = questions.Analyze(asked, before);
        QuestionMatch Read(IReadOnlyList<FoundTerm> terms) => questions.Match(asked, before, question, terms);
        return (question.Form, shown) switch
        {
            (_, not null) => More(Find(question, Read, cancellationToken), shown),
            (Comparison comparison, _) => Compare(comparison, question, cancellationToken),
            _ => Compose(Find(question, Read, cancellationToken)),
        };
    }

    /// <summary>What comes next after all that was shown, where the question itself was answered and is still.</summary>
    private Answer More(Findings findings, IReadOnlyList<Citation> shown)
    {
        var isAnswered = shown.Count > 0 && Confidence(findings) >= options.Value.MinConfidence;
        var rest = findings.Without(shown);
        Answer.NotFound nothing = NotFound(findings, 0) with { Reason = Words.NothingMore };
        return isAnswered && Ground(rest, Confidence(rest)) is { } next ? next : nothing;
    }

    private Findings Find(Question question, CancellationToken cancellationToken) => Find(question, terms => new QuestionMatch(question, terms), cancellationToken);

    private Findings Find(Question question, Func<IReadOnlyList<FoundTerm>, QuestionMatch> read, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var found = index.Search(new PassageQuery(question.Terms, retrieval.Value.MaxPassages), cancellationToken);
        began = Measures.Stage("search", began);
        var match = read(found.Terms);
        var ranked = _ranking.Rank(_candidates.Of(match, found, cancellationToken));
        var findings = new Findings(match, found, ranked, Fitting.Of(match, ranked));
        Measures.Stage("rank", began);
        return findings;
    }

    private Answer Compose(Findings findings)
    {
        var began = Stopwatch.GetTimestamp();
        var confidence = Confidence(findings);
        Answer answer = confidence >= options.Value.MinConfidence && Ground(findings, confidence) is { } grounded ? grounded : NotFound(findings, confidence);
        Measures.Stage("compose", began);
        return answer;
    }

    private double Confidence(Findings findings) => _confidence.Of(findings.Match, findings.Found, findings.Fitting);

    private Answer.Grounded? Ground(Findings findings, double confidence)
    {
        var (sentences, citations) = Cite(findings.Match, new ReplySentences(model, options.Value.MaxSentences).Choose(findings.Match, findings.Fitting));
        return citations.Count > 0 ? new Answer.Grounded { Sentences = sentences, Citations = citations, Confidence = confidence } : null;
    }

    /// <summary>Without one of the two there is nothing to compare. When neither alone is sure, the question is answered as any other.</summary>
    private Answer Compare(Comparison comparison, Question question, CancellationToken cancellationToken)
    {
        var (one, other) = ComparedSentences.Of(
            comparison, Find(comparison.Of(question, comparison.First), cancellationToken), Find(comparison.Of(question, comparison.Second), cancellationToken), model.SecondWithin);
        return (Compose(one), Compose(other)) switch
        {
            (Answer.Grounded first, Answer.Grounded second) => SeveralAnswers.Join([first, second]),
            (Answer.NotFound nothing, Answer.Grounded) => nothing with { Reason = Words.NothingFoundOn($"“{comparison.First.Name}”") },
            (Answer.Grounded, Answer.NotFound nothing) => nothing with { Reason = Words.NothingFoundOn($"“{comparison.Second.Name}”") },
            _ => Compose(Find(question with { Form = null }, cancellationToken)),
        };
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
                IsCode = candidate.Sentence.Block.Kind == BlockKind.Code,
                Highlights = ExpectedFact.Mark(match, candidate.Sentence),
            });
        }

        return (sentences, citations);
    }

    private Answer.NotFound NotFound(Findings findings, double confidence) => new()
    {
        Reason = readiness.IsComplete ? Refusals.Explain(findings) : $"{Refusals.Explain(findings)} {Words.StillReadingSome}",
        Suggestion = Refusals.Suggest(findings.Match),
        Closest = Refusals.Closest(findings.All),
        Confidence = confidence,
    };
}
