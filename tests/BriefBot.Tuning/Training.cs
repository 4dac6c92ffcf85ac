using BriefBot.Answers.Ranking;

namespace BriefBot.Tuning;

/// <summary>Learns a model from examples: the ranking first, then, over what it ranks, the confidence.</summary>
internal static class Training
{
    /// <summary>Sentences whose score is so near the best come along; chosen for the length of the reply.</summary>
    private const double SecondWithin = 1.4;

    private const double FurtherWithin = 0.8;

    /// <summary>
    /// SQuAD's own unanswerable questions hold the right words and ask another fact, which nothing here tells apart: learned from, they
    /// make right answers of their kind less sure and hardly a wrong one.
    /// </summary>
    private const string Adversarial = "adv";

    /// <summary>
    /// What is thought of a feature before anything is seen: the file holds few questions of some kinds (why, what is) and
    /// no tables or code at all.
    /// </summary>
    private static readonly Dictionary<RankingFeature, double> Prior = new()
    {
        [RankingFeature.PassageScore] = 3,
        [RankingFeature.CoverageWithPrevious] = 2,
        [RankingFeature.Soft] = 2,
        [RankingFeature.Related] = 2,
        [RankingFeature.Exact] = 1,
        [RankingFeature.DateForDate] = 1,
        [RankingFeature.NumberForNumber] = 1,
        [RankingFeature.NameForPerson] = 1,
        [RankingFeature.NameForPlace] = 0.5,
        [RankingFeature.NameForName] = 0.5,
        [RankingFeature.MeansForManner] = 0.5,
        [RankingFeature.Definition] = 2,
    };

    /// <summary>Likewise of the features: that the thing asked for lacks speaks against an answer.</summary>
    private static readonly Dictionary<ConfidenceFeature, double> ConfidencePrior = new()
    {
        [ConfidenceFeature.NoDate] = -1.5,
        [ConfidenceFeature.NoNumber] = -1.5,
        [ConfidenceFeature.NoName] = -0.5,
    };

    /// <summary>Learns of words alone from all, and of words with similarity from those of which it is known.</summary>
    public static RankingModel Learn(IReadOnlyList<Example> examples)
    {
        var plain = LearnOne([.. examples.Select(example => example.WithoutSimilarity())]);
        return examples.Any(example => example.Found.IsSemantic) ? plain with { Semantic = LearnSemantic(examples) } : plain;
    }

    /// <summary>Learns of words with similarity from those of which it is known.</summary>
    public static RankingModel LearnSemantic(IEnumerable<Example> examples) =>
        LearnOne([.. examples.Where(example => example.Found.IsSemantic)]);

    private static RankingModel LearnOne(IReadOnlyList<Example> examples)
    {
        var ranking = LearnRanking([.. examples.Where(e => e.Question.Answerable && e.Candidates.Count > 0).Select(e => e.ToGroup())]);
        var model = new RankingModel
        {
            Unit = Named<RankingFeature>(ranking),
            Confidence = new Dictionary<ConfidenceFeature, double>(),
            SecondWithin = SecondWithin,
            FurtherWithin = FurtherWithin,
        };
        return model with { Confidence = Named<ConfidenceFeature>(LearnConfidence(examples, model)) };
    }

    /// <summary>By <see cref="RankingFeature"/>.</summary>
    public static double[] LearnRanking(IReadOnlyList<RankedGroup> groups) =>
        Softmax.Learn(groups, [.. Enum.GetValues<RankingFeature>().Select(feature => Prior.GetValueOrDefault(feature))]);

    private static double[] LearnConfidence(IReadOnlyList<Example> examples, RankingModel model)
    {
        var answering = new Answering(model);
        return Logistic.Learn(
            [
                .. examples
                    .Select(example => (example, retrieved: answering.Judge(example)))
                    .Where(pair => pair.retrieved.Fitting.Count > 0 && pair.example.Question.Kind != Adversarial)
                    .Select(pair =>
                        (
                            ConfidenceModel.Features(pair.retrieved.Found, pair.retrieved.Fitting).Values,
                            pair.example.IsRight(answering.Reply(pair.retrieved))
                        )
                    ),
            ],
            [.. Enum.GetValues<ConfidenceFeature>().Select(feature => ConfidencePrior.GetValueOrDefault(feature))]
        );
    }

    private static Dictionary<T, double> Named<T>(double[] weights)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Select((name, i) => (name, weight: Math.Round(weights[i], 4)))
            .Where(pair => pair.weight != 0)
            .ToDictionary(pair => pair.name, pair => pair.weight);
}
