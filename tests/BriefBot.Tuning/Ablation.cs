using BriefBot.Answers.Ranking;

namespace BriefBot.Tuning;

/// <summary>
/// What each feature of the ranking brings: the same training without it, measured on groups kept out. Takes half an hour for all of them.
/// </summary>
internal static class Ablation
{
    private const int Folds = 5;

    private sealed record Asked(string Set, string Group, RankedGroup Candidates);

    /// <summary>
    /// Prints, for each set, the share of questions whose best unit answers; then by how much it changes without a feature, in points.
    /// </summary>
    /// <param name="examples">The questions.</param>
    /// <param name="together">Features to leave out together; where none are given, each is left out alone.</param>
    public static void Print(IReadOnlyList<Example> examples, IReadOnlyCollection<RankingFeature> together)
    {
        Asked[] asked =
        [
            .. examples
                .Where(e => e.Question.Answerable && e.Candidates.Count > 0 && !e.Set.IsMeasuredOnly)
                .Select(e => new Asked(e.Set.Name, e.Group, e.ToGroup())),
        ];
        var whole = BestRight(asked, []);
        Console.WriteLine($"{"best unit answers, %", -32}{string.Concat(whole.Keys.Select(set => $"{set, 28}"))}");
        Console.WriteLine($"{"with all features", -32}{string.Concat(whole.Values.Select(share => $"{share, 28:F1}"))}");
        foreach (
            var without in together.Count > 0
                ? [together]
                : Enum.GetValues<RankingFeature>().Select(feature => (IReadOnlyCollection<RankingFeature>)[feature])
        )
        {
            var rest = BestRight(asked, without);
            Console.WriteLine(
                $"{string.Join(", ", without), -32}{string.Concat(whole.Keys.Select(set => $"{rest[set] - whole[set], 28:+0.0;-0.0;0.0}"))}"
            );
        }
    }

    private static SortedDictionary<string, double> BestRight(Asked[] all, IReadOnlyCollection<RankingFeature> without)
    {
        var asked = all.Select(one => one with { Candidates = Without(one.Candidates, without) }).ToArray();
        var groups = asked.Select(one => one.Group).Distinct().Order(StringComparer.Ordinal).ToArray();
        var right = new List<(string Set, bool IsRight)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = groups.Where((_, i) => i % Folds == fold).ToHashSet();
            var weights = Training.LearnRanking([.. asked.Where(one => !held.Contains(one.Group)).Select(one => one.Candidates)]);
            right.AddRange(asked.Where(one => held.Contains(one.Group)).Select(one => (one.Set, IsBestRight(one.Candidates, weights))));
        }

        return new(
            right.GroupBy(one => one.Set).ToDictionary(set => set.Key, set => 100.0 * set.Count(one => one.IsRight) / set.Count()),
            StringComparer.Ordinal
        );
    }

    private static bool IsBestRight(RankedGroup group, double[] weights)
    {
        var scores = group.Features.Select(features => features.Zip(weights, (f, w) => f * w).Sum()).ToArray();
        return group.Right[Array.IndexOf(scores, scores.Max())];
    }

    private static RankedGroup Without(RankedGroup group, IReadOnlyCollection<RankingFeature> features) =>
        group with
        {
            Features =
            [
                .. group.Features.Select(values => values.Select((value, i) => features.Contains((RankingFeature)i) ? 0 : value).ToArray()),
            ],
        };
}
