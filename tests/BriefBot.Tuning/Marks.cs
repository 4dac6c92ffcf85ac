using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;

namespace BriefBot.Tuning;

/// <summary>Learns what to mark in the replies that the shipped model gives, and measures whether what is marked is what answers.</summary>
internal static class Marks
{
    private const int Folds = 5;

    /// <summary>Of the marks so many are to hold the answer; the threshold is chosen for it, on articles kept out.</summary>
    private const double LeastRight = 0.9;

    private static readonly double Threshold = new AnswersOptions().SureFrom;

    /// <summary>What is thought of a feature before anything is seen.</summary>
    private static readonly Dictionary<HighlightFeature, double> Prior = new()
    {
        [HighlightFeature.Nothing] = 1,
        [HighlightFeature.Nearness] = 1,
        [HighlightFeature.Margin] = 1,
    };

    /// <summary>
    /// Prints how many of the marks hold the answer: each reply marked by weights that were learned on other articles, and by those that
    /// are shipped.
    /// </summary>
    public static void Print(IReadOnlyList<Example> examples)
    {
        var replies = Replies(examples);
        var byArticle = Folded(replies.Where(reply => reply.IsRight))
            .ToDictionary(fold => fold.Group, fold => RankingModel.Shipped with { Mark = fold.Weights }, StringComparer.Ordinal);
        Console.WriteLine(
            $"answered: {replies.Count(reply => reply.Example.Question.Answerable)} that are answerable, {replies.Count(reply => reply.IsRight)} "
                + $"of them right, and {replies.Count(reply => !reply.Example.Question.Answerable)} that are not"
        );
        Print("weights of other articles", replies, reply => byArticle.GetValueOrDefault(reply.Example.Group));
        Print("shipped weights", replies, _ => RankingModel.Shipped);
    }

    /// <summary>
    /// The model with the weights of marks learned anew from all examples, and the threshold by which enough of the marks of the first are
    /// right.
    /// </summary>
    public static RankingModel Learn(RankingModel model, IReadOnlyList<Example> examples)
    {
        var right = Replies(examples).Where(reply => reply.IsRight).ToArray();
        var byArticle = Folded(right).ToDictionary(fold => fold.Group, fold => fold.Weights, StringComparer.Ordinal);
        return model with { Mark = Learn(right), MarkAbove = ThresholdFor(right, byArticle) };
    }

    private static void Print(string weights, IReadOnlyList<Reply> replies, Func<Reply, RankingModel?> model)
    {
        var marked = replies
            .Select(reply =>
                (Reply: reply, Mark: model(reply) is { } known ? new Highlighter(known).Choose(reply.Match, reply.Sentences) : null)
            )
            .Where(reply => reply.Mark is not null)
            .ToArray();
        Console.WriteLine($"{weights}:");
        PrintShare("in right replies", marked.Where(mark => mark.Reply.IsRight));
        PrintShare("in replies to what is answerable", marked.Where(mark => mark.Reply.Example.Question.Answerable));
        PrintShare("in all replies", marked);

        static void PrintShare(string where, IEnumerable<(Reply Reply, (int Sentence, Highlight Part)? Mark)> marks)
        {
            var hold = marks
                .Select(mark => mark.Reply.Holds(mark.Mark!.Value.Sentence, mark.Mark.Value.Part.Start, mark.Mark.Value.Part.Length))
                .ToArray();
            Console.WriteLine(
                $"  marks {where}: {hold.Length}, of which {hold.Count(holds => holds)} hold the answer "
                    + $"({100.0 * hold.Count(holds => holds) / Math.Max(hold.Length, 1):F1} %)"
            );
        }
    }

    private static List<Reply> Replies(IReadOnlyList<Example> examples)
    {
        var answering = new Answering(RankingModel.Shipped);
        return
        [
            .. from example in examples
            let retrieved = answering.Judge(example)
            where answering.Confidence(retrieved) >= Threshold
            select new Reply(example, retrieved.Match, [.. answering.Reply(retrieved).SelectMany(quotation => quotation.Sentences)]),
        ];
    }

    private static IEnumerable<(string Group, IReadOnlyDictionary<HighlightFeature, double> Weights)> Folded(IEnumerable<Reply> replies)
    {
        var all = replies.ToArray();
        var articles = all.Select(reply => reply.Example.Group).Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            var weights = Learn([.. all.Where(reply => !held.Contains(reply.Example.Group))]);
            foreach (var article in held)
            {
                yield return (article, weights);
            }
        }
    }

    private static Dictionary<HighlightFeature, double> Learn(IReadOnlyList<Reply> replies)
    {
        var weights = Softmax.Learn(
            [.. replies.Select(reply => reply.ToGroup())],
            [.. Enum.GetValues<HighlightFeature>().Select(feature => Prior.GetValueOrDefault(feature))]
        );
        return Enum.GetValues<HighlightFeature>()
            .Select((feature, i) => (feature, weight: Math.Round(weights[i], 4)))
            .Where(pair => pair.weight != 0)
            .ToDictionary(pair => pair.feature, pair => pair.weight);
    }

    /// <summary>The lowest probability above which enough of the marks hold the answer.</summary>
    private static double ThresholdFor(
        IReadOnlyList<Reply> replies,
        Dictionary<string, IReadOnlyDictionary<HighlightFeature, double>> byArticle
    )
    {
        for (var above = 0.3; above < 1; above += 0.01)
        {
            var hold = replies
                .Select(reply =>
                    (
                        reply,
                        mark: new Highlighter(
                            RankingModel.Shipped with
                            {
                                Mark = byArticle[reply.Example.Group],
                                MarkAbove = above,
                            }
                        ).Choose(reply.Match, reply.Sentences)
                    )
                )
                .Where(reply => reply.mark is not null)
                .Select(reply => reply.reply.Holds(reply.mark!.Value.Sentence, reply.mark.Value.Part.Start, reply.mark.Value.Part.Length))
                .ToArray();
            if (hold.Count(holds => holds) >= LeastRight * hold.Length)
            {
                return Math.Round(above, 2);
            }
        }

        return 1;
    }

    private sealed record Reply(Example Example, QuestionMatch Match, Sentence[] Sentences)
    {
        public bool IsRight { get; } = Example.Question.Answerable && Sentences.Any(Example.Holds);

        /// <summary>Whether the marked words hold an answer, or are a part of one: "1893" of "in May 1893".</summary>
        public bool Holds(int sentence, int start, int length)
        {
            var marked = Sentences[sentence].Text.Substring(start, length);
            return AnswerMatch.Holds(marked, Example.Question.Answers)
                || Example.Question.Answers.Any(answer => AnswerMatch.Holds(answer, [marked]));
        }

        /// <summary>All that may be marked, and nothing, which is right where none of it is.</summary>
        public RankedGroup ToGroup()
        {
            var candidates = Highlighter.Candidates(Match, Sentences);
            bool[] right = [.. candidates.Select(candidate => Holds(candidate.Sentence, candidate.Fact.Start, candidate.Fact.Length))];
            return new RankedGroup(
                [
                    .. candidates.Select(candidate => candidate.Features.Values),
                    new FeatureVector<HighlightFeature> { [HighlightFeature.Nothing] = 1 }.Values,
                ],
                [.. right, !right.Contains(true)]
            );
        }
    }
}
