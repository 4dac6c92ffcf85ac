using BriefBot.Answers;

namespace BriefBot.Tuning;

/// <summary>Learns a model from examples: the ranking first, then, over what it ranks, the confidence.</summary>
internal static class Training
{
    /// <summary>Sentences whose score is so near the best come along; chosen for the length of the reply.</summary>
    private const double SecondWithin = 1.0;

    private const double FurtherWithin = 0.6;

    private const int Seed = 20250903;

    public static RankingModel Learn(IReadOnlyList<Example> examples)
    {
        var ranking = Softmax.Learn([.. examples.Where(e => e.Question.Answerable && e.Candidates.Count > 0).Select(e => e.ToGroup())], Seed);
        var model = new RankingModel
        {
            Sentence = Named<Feature>(ranking),
            Confidence = new Dictionary<Sign, double>(),
            SecondWithin = SecondWithin,
            FurtherWithin = FurtherWithin,
        };
        return model with { Confidence = Named<Sign>(LearnConfidence(examples, model)) };
    }

    private static double[] LearnConfidence(IReadOnlyList<Example> examples, RankingModel model)
    {
        var answering = new Answering(model);
        return Logistic.Learn([.. examples
            .Select(example => (example, ranked: answering.Rank(example)))
            .Where(pair => pair.ranked.Count > 0)
            .Select(pair => (
                ConfidenceEstimate.Signs(pair.example.Match, pair.example.Found, pair.ranked),
                pair.example.Question.Answerable && answering.Reply(pair.ranked).Any(candidate => pair.example.Holds(candidate.Sentence)),
                1.0))]);
    }

    private static Dictionary<T, double> Named<T>(double[] weights)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select((name, i) => (name, weight: Math.Round(weights[i], 4))).Where(pair => pair.weight != 0).ToDictionary(pair => pair.name, pair => pair.weight);
}
