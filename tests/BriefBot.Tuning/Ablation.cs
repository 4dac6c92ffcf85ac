using BriefBot.Answers.Ranking;

namespace BriefBot.Tuning;

/// <summary>What each feature of the ranking brings: the same training without it, measured on articles kept out.</summary>
internal static class Ablation
{
    private const int Folds = 5;

    /// <param name="examples">The questions.</param>
    /// <param name="together">Features to leave out together; where none are given, each is left out alone.</param>
    public static void Print(IReadOnlyList<Example> examples, IReadOnlyCollection<Feature> together)
    {
        var answerable = examples.Where(e => e.Question.Answerable && e.Candidates.Count > 0).Select(e => (Article: e.Group, Group: e.ToGroup())).ToArray();
        var whole = BestRight(answerable, []);
        Console.WriteLine($"with all features: best unit right {whole:F2} %");
        if (together.Count > 0)
        {
            Console.WriteLine($"  without {string.Join(", ", together)}: {BestRight(answerable, together) - whole:+0.00;-0.00;0.00}");
            return;
        }

        foreach (var feature in Enum.GetValues<Feature>())
        {
            Console.WriteLine($"  without {feature}: {BestRight(answerable, [feature]) - whole:+0.00;-0.00;0.00}");
        }
    }

    private static double BestRight((string Article, RankedGroup Group)[] examples, IReadOnlyCollection<Feature> without)
    {
        var groups = examples.Select(e => (e.Article, Group: Without(e.Group, without))).ToArray();
        var articles = groups.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToArray();
        var right = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            var weights = Training.LearnRanking([.. groups.Where(e => !held.Contains(e.Article)).Select(e => e.Group)]);
            right += groups.Count(e => held.Contains(e.Article) && IsBestRight(e.Group, weights));
        }

        return 100.0 * right / groups.Length;
    }

    private static bool IsBestRight(RankedGroup group, double[] weights)
    {
        var scores = group.Features.Select(features => features.Zip(weights, (f, w) => f * w).Sum()).ToArray();
        return group.Right[Array.IndexOf(scores, scores.Max())];
    }

    private static RankedGroup Without(RankedGroup group, IReadOnlyCollection<Feature> features) =>
        group with { Features = [.. group.Features.Select(values => values.Select((value, i) => features.Contains((Feature)i) ? 0 : value).ToArray())] };
}
