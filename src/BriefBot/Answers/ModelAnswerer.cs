using System.Collections.Concurrent;
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

/// <summary>The way of a question to a model and of its sentences back: passages are found, it writes, each sentence is checked, and what is left
/// must hold what was asked.</summary>
internal sealed class ModelAnswerer(
    Finding finding,
    IEnumerable<IComposer> composers,
    GroundingCheck check,
    Relevance relevance,
    Synonyms synonyms,
    RankingModel ranking,
    IOptions<RetrievalOptions> retrieval,
    IOptions<AnswersOptions> options,
    ILogger<ModelAnswerer> logger) : IModelAnswerer
{
    private readonly IComposer _composer = composers.First(composer => composer.Name == Composer.Model);
    private readonly UnitRanking _ranking = new(ranking);

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
        var more = new ConcurrentQueue<RankedPassage>();
        var asked = new Composing([.. sought.Select(one => one.Findings)])
        {
            Question = question,
            Earlier = earlier,
            Author = author,
            Search = (words, token) => SearchAsync(words, more, token),
        };
        var composition = await _composer.ComposeAsync(asked, cancellationToken);
        Answer Stays(ModelOutcome outcome, IReadOnlyDictionary<string, int>? dropped = null) =>
            first with { Model = new ModelUse(outcome) { PromptVersion = composition.PromptVersion, Dropped = dropped ?? new Dictionary<string, int>() } };
        if (composition.Outcome != ModelOutcome.Answered)
        {
            return Stays(composition.Outcome);
        }

        var judged = new List<(string Part, Findings Findings)>();
        foreach (var (part, findings) in sought)
        {
            judged.Add((part, await JudgeAsync(findings, more, cancellationToken)));
        }

        var held = new HeldSentences(composition.Sentences, check, cancellationToken);
        if (held.Kept.Count == 0)
        {
            return Stays(ModelOutcome.NotSupported, held.Dropped);
        }

        var reading = parts.Count == 1 && composition.Reading is { } read ? await ReadAsync(read, judged[0].Findings, more, cancellationToken) : null;
        var best = Relevance.Best(
            [.. judged.Select(one => one.Findings), .. reading is null ? Array.Empty<Findings>() : [reading]], held, options.Value.MaxSentences * parts.Count);
        // What is said is what has to answer.
        held.Keep(best);
        var confidences = judged.Select(one => (one.Part, Confidence: relevance.Of(one.Findings, reading, held))).ToArray();
        var unanswered = confidences.Where(one => one.Confidence is null).Select(one => one.Part).Distinct().ToArray();
        if (unanswered.Length > Unanswered(parts, first).Count || unanswered.Length == parts.Count)
        {
            return Stays(ModelOutcome.BesideThePoint, held.Dropped);
        }

        return Ground(best, held, confidences.Min(one => one.Confidence ?? 1), unanswered, composition.PromptVersion) ?? Stays(ModelOutcome.NotSupported, held.Dropped);
    }

    private Answer.Grounded? Ground(IReadOnlyList<ComposedSentence> best, HeldSentences held, double confidence, string[] unanswered, string? promptVersion)
    {
        var (answer, _) = check.Ground(best, Composer.Model, confidence);
        return answer is null ? null : answer with
        {
            Unanswered = [.. unanswered.Select(SeveralAnswers.Shorten)],
            Model = new ModelUse(ModelOutcome.Answered) { PromptVersion = promptVersion, Dropped = held.Dropped },
        };
    }

    private static IReadOnlyCollection<string> Unanswered(IReadOnlyList<string> parts, Answer first) =>
        first is Answer.Grounded grounded ? grounded.Unanswered : parts;

    /// <summary>For each part of the question what was found; for a comparison what was found for each of the two.</summary>
    private async Task<List<(string Part, Findings Findings)>> SeekAsync(IReadOnlyList<string> parts, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        var sought = new List<(string, Findings)>();
        var before = earlier.SelectMany(QuestionParts.Of).ToList();
        foreach (var part in parts)
        {
            var question = finding.Understand(part, before, synonyms.Table, cancellationToken);
            Question[] sides = question.Form is Comparison comparison ? [comparison.Of(question, comparison.First), comparison.Of(question, comparison.Second)] : [question];
            foreach (var side in sides)
            {
                sought.Add((part, await FindAsync(side, cancellationToken)));
            }

            before.Add(part);
        }

        return sought;
    }

    private async Task<Findings> FindAsync(Question question, CancellationToken cancellationToken) =>
        Findings.Of(await finding.FindAsync(question, retrieval.Value.MaxPassages, cancellationToken), _ranking);

    private async Task<Findings> JudgeAsync(Findings findings, IEnumerable<RankedPassage> more, CancellationToken cancellationToken) =>
        Findings.Of(await finding.WithAsync(findings.Found, more, cancellationToken), _ranking);

    private async Task<IReadOnlyList<PassageSentences>> SearchAsync(string words, ConcurrentQueue<RankedPassage> more, CancellationToken cancellationToken)
    {
        var found = await finding.FindAsync(finding.Understand(words, [], synonyms.Table, cancellationToken), retrieval.Value.MaxPassages, cancellationToken);
        foreach (var passage in found.Passages.Passages)
        {
            more.Enqueue(passage);
        }

        return [.. found.Candidates.Select(candidate => candidate.Source).DistinctBy(source => source.Passage.Id)];
    }

    /// <summary>The question as the model read it, where it asks no less than what was typed; else null.</summary>
    private async Task<Findings?> ReadAsync(string reading, Findings typed, ConcurrentQueue<RankedPassage> more, CancellationToken cancellationToken)
    {
        var found = await FindAsync(finding.Understand(reading, [], synonyms.Table, cancellationToken), cancellationToken);
        var read = await JudgeAsync(found, [.. typed.Found.Passages.Passages, .. more], cancellationToken);
        return Readings.AskTheSame(typed.Match, read.Match) ? read : null;
    }
}
