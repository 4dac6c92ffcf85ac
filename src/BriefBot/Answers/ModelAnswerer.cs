using System.Diagnostics;
using System.Text.Json;
using BriefBot.Answers.Choosing;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>
/// Answers with a model: it writes sentences from the passages that were found, and those that the passages prove are the answer if the first of them is proven. If it is
/// not, the model is asked once more. If the model says that the passages do not answer, the copied answer is withdrawn.
/// </summary>
internal sealed class ModelAnswerer(
    Finding finding,
    IEnumerable<IComposer> composers,
    GroundingCheck check,
    Synonyms synonyms,
    RankingModel ranking,
    IOptions<RetrievalOptions> retrieval,
    IOptions<AnswersOptions> options,
    TimeProvider time,
    ILogger<ModelAnswerer> logger) : IModelAnswerer
{
    /// <summary>How often the model may write: an answer, and another where the first sentence of that could not be proven.</summary>
    private const int MostTries = 2;

    private readonly IComposer _composer = composers.First(composer => composer.Name == Composer.Model);
    private readonly UnitRanking _ranking = new(ranking);

    private int MaxPassages => Math.Max(retrieval.Value.MaxPassages, options.Value.Model.MaxPassages);

    public bool IsAsked(string question, IReadOnlyList<EarlierQuestion> earlier, Answer first) =>
        first is not Answer.Unavailable && QuestionParts.Of(question).All(part => MoreAsked.Of(part, earlier).Shown is null);

    public async Task<Answer> AnswerAsync(string question, IReadOnlyList<EarlierQuestion> earlier, string author, Answer first, CancellationToken cancellationToken)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await ComposeAsync(question, [.. earlier.Select(one => one.Text)], author, first, cancellationToken);
            Measures.Stage("model", began);
            if (answer.Model is { } use)
            {
                Measures.ModelAnswered(JsonNamingPolicy.SnakeCaseLower.ConvertName(use.Outcome.ToString()), use.Dropped);
            }

            return answer;
        }
        catch (IndexUnavailableException e)
        {
            Log.IndexUnavailable(logger, e);
            return first;
        }
    }

    private async Task<Answer> ComposeAsync(string question, IReadOnlyList<string> earlier, string author, Answer first, CancellationToken cancellationToken)
    {
        var parts = QuestionParts.Of(question);
        var sought = await SeekAsync(parts, earlier, cancellationToken);
        var asked = new Composing(sought) { Question = question, Earlier = earlier, Author = author, Search = SearchAsync };
        var use = new ModelUse(ModelOutcome.NotSupported);
        if (asked.Passages.Count == 0)
        {
            return first with { Model = use with { Outcome = ModelOutcome.NoAnswer } };
        }

        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Model.TimeoutSeconds), time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        for (var i = 0; i < MostTries && use.Outcome == ModelOutcome.NotSupported; i++)
        {
            // The first reply has its own limit; a second one only the time that the first left.
            var composition = i == 0 ? await _composer.ComposeAsync(asked, cancellationToken) : await ComposeAgainAsync(asked, ends.Token, cancellationToken);
            use = use with { PromptVersion = composition.PromptVersion ?? use.PromptVersion };
            if (composition.Outcome != ModelOutcome.Answered)
            {
                // A second try that fails leaves what became of the first.
                use = i == 0 || composition.Outcome == ModelOutcome.NoAnswer ? use with { Outcome = composition.Outcome } : use;
                break;
            }

            var (proven, unproven) = Prove(composition.Sentences, cancellationToken);
            use = use with { Dropped = unproven.CountBy(one => one.Problem).ToDictionary() };
            if (proven.Count > 0 && ReferenceEquals(proven[0], composition.Sentences[0])
                && check.Ground([.. proven.Take(options.Value.MaxSentences * parts.Count)], Composer.Model, Confidence(first)).Answer is { } answer)
            {
                return answer with { Model = use with { Outcome = ModelOutcome.Answered } };
            }

            asked = asked with { Unproven = unproven };
        }

        return use.Outcome == ModelOutcome.NoAnswer ? Withdrawn(first, sought[0]) with { Model = use } : first with { Model = use };
    }

    private async Task<Composition> ComposeAgainAsync(Composing asked, CancellationToken late, CancellationToken cancellationToken)
    {
        try
        {
            return await _composer.ComposeAsync(asked, late);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Composition([]) { Outcome = ModelOutcome.TimedOut };
        }
    }

    private (List<ComposedSentence> Proven, List<UnprovenSentence> Unproven) Prove(IReadOnlyList<ComposedSentence> sentences, CancellationToken cancellationToken)
    {
        var proven = new List<ComposedSentence>();
        var unproven = new List<UnprovenSentence>();
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (check.Support(sentence).Problem is { } problem)
            {
                unproven.Add(new UnprovenSentence(sentence.Text, problem));
            }
            else
            {
                proven.Add(sentence);
            }
        }

        return (proven, unproven);
    }

    /// <summary>A proven answer is given as sure, so it is no less sure than that.</summary>
    private double Confidence(Answer first) => Math.Max(first is Answer.Grounded grounded ? grounded.Confidence : 0, options.Value.SureFrom);

    /// <summary>The answer where the model says that what was found does not answer: none, with what comes closest.</summary>
    private static Answer Withdrawn(Answer first, Findings findings) => first is not Answer.Grounded ? first : new Answer.NotFound
    {
        Reason = Words.FolderDoesNotSay,
        Suggestion = Refusals.Suggest(findings.Match),
        Closest = Refusals.Closest(findings.All),
        Confidence = 0,
    };

    /// <summary>For each part of the question what was found; for a comparison what was found for each of the two.</summary>
    private async Task<List<Findings>> SeekAsync(IReadOnlyList<string> parts, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        var sought = new List<Findings>();
        var before = earlier.SelectMany(QuestionParts.Of).ToList();
        foreach (var part in parts)
        {
            var question = finding.Understand(part, before, synonyms.Table, cancellationToken);
            Question[] sides = question.Form is Comparison comparison ? [comparison.Of(question, comparison.First), comparison.Of(question, comparison.Second)] : [question];
            foreach (var side in sides)
            {
                sought.Add(await FindAsync(side, cancellationToken));
            }

            before.Add(part);
        }

        return sought;
    }

    private async Task<Findings> FindAsync(Question question, CancellationToken cancellationToken) =>
        Findings.Of(await finding.FindAsync(question, MaxPassages, cancellationToken), _ranking);

    private async Task<IReadOnlyList<PassageSentences>> SearchAsync(string words, CancellationToken cancellationToken)
    {
        var found = await finding.FindAsync(finding.Understand(words, [], synonyms.Table, cancellationToken), MaxPassages, cancellationToken);
        return [.. found.Candidates.Select(candidate => candidate.Source).DistinctBy(source => source.Passage.Id)];
    }
}
