using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Ranking;
using BriefBot.Service.Retrieval.Embeddings;

namespace BriefBot.Tuning;

/// <summary>
/// Measures whole answers on sets of questions, each question by weights that were learned without its group: its article, its folder, or
/// its project's documentation.
/// </summary>
internal sealed class Figures(IReadOnlyList<QuestionSet> sets, EmbeddingModel? embeddings, string? replies = null)
{
    private const int Folds = 5;

    private sealed record Asked(QuestionSet Set, EvaluationQuestion Question, Answer Answer);

    /// <summary>Asks everything with the shipped weights.</summary>
    public async Task PrintShippedAsync() =>
        Print(await AskAsync(sets.SelectMany(set => set.Questions.Select(question => (set, question, RankingModel.Shipped)))));

    /// <summary>Learns from the trained sets, without one fold of groups after another, and asks that fold.</summary>
    public async Task PrintCrossValidatedAsync()
    {
        var examples = await ExamplesAsync();
        var models = new Dictionary<string, RankingModel>(StringComparer.Ordinal);
        foreach (var held in HeldOut(examples))
        {
            var model = Training.Learn([.. examples.Where(example => !example.Set.IsMeasuredOnly && !held.Contains(example.Group))]);
            foreach (var group in held)
            {
                models[group] = model;
            }
        }

        PrintRanking(examples, models);
        PrintThresholds(examples, models);
        Print(await AskAsync(examples.Select(example => (example.Set, example.Question, models[example.Group]))));
    }

    /// <summary>Prints, of what can be answered, at which place the first unit stands that answers, whatever is refused.</summary>
    private static void PrintRanking(IReadOnlyList<Example> examples, Dictionary<string, RankingModel> models)
    {
        var answering = models.Values.Distinct().ToDictionary(model => model, model => new Answering(model));
        Console.WriteLine($"{"units that answer", -28}{"first", 10}{"first 3", 10}{"first 5", 10}{"found", 10}{"reply", 10}{"words", 10}");
        foreach (var set in examples.Where(example => example.Question.Answerable).GroupBy(example => example.Set.Name))
        {
            var judged = set.Select(example =>
                {
                    var retrieved = answering[models[example.Group]].Judge(example);
                    var place = retrieved.Fitting.Index().FirstOrDefault(scored => example.Holds(scored.Item.Candidate), (-1, null!)).Index;
                    var reply = answering[models[example.Group]].Reply(retrieved);
                    var isRight = reply.Count > 0 && example.IsRight(reply);
                    return (Place: place, IsRight: isRight, Words: reply.Sum(quotation => quotation.Text.Count(char.IsWhiteSpace) + 1));
                })
                .ToArray();
            string At(int places) => $"{100.0 * judged.Count(one => one.Place >= 0 && one.Place < places) / judged.Length:F1}";
            Console.WriteLine(
                $"{set.Key, -28}{At(1), 10}{At(3), 10}{At(5), 10}{At(int.MaxValue), 10}{100.0 * judged.Count(one => one.IsRight) / judged.Length, 10:F1}"
                    + $"{judged.Average(one => one.Words), 10:F1}"
            );
        }
    }

    /// <summary>
    /// Prints what it costs to answer from a confidence on: of what can be answered the share that is rightly answered, of what is answered
    /// of it the share that is right, and of what can't be answered the share that is answered all the same.
    /// </summary>
    private static void PrintThresholds(IReadOnlyList<Example> examples, Dictionary<string, RankingModel> models)
    {
        var answering = models.Values.Distinct().ToDictionary(model => model, model => new Answering(model));
        var judged = examples
            .Select(example =>
            {
                var retrieved = answering[models[example.Group]].Judge(example);
                var reply = answering[models[example.Group]].Reply(retrieved);
                var confidence = answering[models[example.Group]].Confidence(retrieved);
                return (
                    example.Set.Name,
                    example.Question.Answerable,
                    Confidence: confidence,
                    IsRight: reply.Count > 0 && example.IsRight(reply)
                );
            })
            .ToArray();
        foreach (var set in judged.GroupBy(one => one.Name))
        {
            var (answerable, others) = (set.Where(one => one.Answerable).ToArray(), set.Where(one => !one.Answerable).ToArray());
            Console.Write($"{set.Key, -28}");
            for (var from = 0.2; from < 0.81; from += 0.05)
            {
                var answered = answerable.Where(one => one.Confidence >= from).ToArray();
                var right = 100.0 * answered.Count(one => one.IsRight);
                Console.Write(
                    $"{from:F2}: {right / answerable.Length:F0}/{right / Math.Max(answered.Length, 1):F0}"
                        + $"/{100.0 * others.Count(one => one.Confidence >= from) / Math.Max(others.Length, 1):F0}  "
                );
            }

            Console.WriteLine();
        }
    }

    /// <summary>Returns what is found for every question.</summary>
    public async Task<IReadOnlyList<Example>> ExamplesAsync()
    {
        var examples = new List<Example>();
        foreach (var folder in sets.GroupBy(set => set.Knowledge))
        {
            await using var service = await FolderService.OpenAsync(folder.Key, RankingModel.Shipped, embeddings);
            foreach (var set in folder)
            {
                foreach (var question in set.Questions)
                {
                    examples.Add(await service.FindAsync(set, question));
                }
            }
        }

        return examples;
    }

    private static List<HashSet<string>> HeldOut(IReadOnlyList<Example> examples)
    {
        var alone = examples
            .Where(example => example.Set.IsLeftOutAlone)
            .Select(example => example.Group)
            .Distinct()
            .Select(group => new HashSet<string> { group });
        var groups = examples
            .Where(example => !example.Set.IsLeftOutAlone)
            .Select(example => example.Group)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return
        [
            .. groups.Index().GroupBy(group => group.Index % Folds, (_, fold) => fold.Select(group => group.Item).ToHashSet()),
            .. alone,
        ];
    }

    private async Task<List<Asked>> AskAsync(IEnumerable<(QuestionSet Set, EvaluationQuestion Question, RankingModel Model)> questions)
    {
        var asked = new List<Asked>();
        foreach (var same in questions.GroupBy(one => (one.Set.Knowledge, one.Model)))
        {
            await using var service = await FolderService.OpenAsync(same.Key.Knowledge, same.Key.Model, embeddings);
            foreach (var (set, question, _) in same)
            {
                asked.Add(new Asked(set, question, await service.AskAsync(question)));
            }
        }

        return asked;
    }

    private void Print(List<Asked> asked)
    {
        if (replies is not null)
        {
            File.WriteAllLines(replies, asked.Select(Line));
        }

        Console.WriteLine(
            $"{"", -28}{"questions", 10}{"right as sure", 15}{"right, told", 13}{"right of sure", 15}{"precision", 11} | without an answer{"sure", 7}{"perhaps", 9}"
        );
        foreach (var set in asked.GroupBy(one => one.Set.Name))
        {
            Print(set.Key, [.. set]);
            if (set.First().Set.MustCite)
            {
                foreach (var kind in set.GroupBy(one => one.Question.Kind ?? "").OrderBy(kind => kind.Key, StringComparer.Ordinal))
                {
                    Print($"  {kind.Key}", [.. kind]);
                }
            }
        }
    }

    private static void Print(string name, Asked[] asked)
    {
        var (answerable, others) = (
            asked.Where(one => one.Question.Answerable).ToArray(),
            asked.Where(one => !one.Question.Answerable).ToArray()
        );
        var (sure, right) = (answerable.Where(IsSure).ToArray(), answerable.Where(IsRight).ToArray());
        Console.WriteLine(
            $"{name, -28}{answerable.Length, 10}{Share(answerable, one => IsSure(one) && IsRight(one)), 15}{Share(answerable, IsRight), 13}{Share(sure, IsRight), 15}"
                + $"{Share([.. asked.Where(IsSure)], IsRight), 11} | {others.Length, 17}{Share(others, IsSure), 7}"
                + $"{Share(others, one => one.Answer is Answer.Grounded { IsSure: false }), 9}"
        );
    }

    /// <summary>The set, the kind, whether it is right, the outcome, the question after those before it, and the reply.</summary>
    private static string Line(Asked one) =>
        string.Join(
            '\t',
            one.Set.Name,
            one.Question.Kind,
            !one.Question.Answerable ? "unanswerable"
                : IsRight(one) ? "right"
                : "wrong",
            one.Answer is Answer.Grounded
                ? IsSure(one)
                    ? "sure"
                    : "perhaps"
                : "refused",
            string.Join(" > ", [.. one.Question.Earlier, one.Question.Question]),
            (one.Answer is Answer.Grounded grounded ? EvaluatedQuestion.Shown(grounded) : ((Answer.NotFound)one.Answer).Reason)
                .ReplaceLineEndings(" / ")
                .Replace('\t', ' ')
        );

    private static bool IsSure(Asked one) => one.Answer is Answer.Grounded { IsSure: true };

    private static bool IsRight(Asked one) =>
        one.Question.Answerable
        && one.Answer is Answer.Grounded grounded
        && AnswerMatch.IsRight(one.Question, EvaluatedQuestion.Shown(grounded))
        && (!one.Set.MustCite || AnswerMatch.IsCited(one.Question, grounded.Citations.Select(citation => citation.Path)));

    private static string Share(Asked[] all, Func<Asked, bool> counts) =>
        all.Length == 0 ? "-" : $"{100.0 * all.Count(counts) / all.Length:F1}";
}
