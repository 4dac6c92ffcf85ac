namespace BriefBot.Tuning;

/// <summary>
/// Learns weights by which right candidates come first: the listwise softmax loss (Cao and others, Learning to Rank: From
/// Pairwise Approach to Listwise Approach, ICML 2007) over all groups at once, features standardised, drawn towards a prior.
/// The loss is convex, so no chance is in it.
/// </summary>
internal static class Softmax
{
    private const double Rate = 0.05;
    private const double L2 = 1e-2;
    private const int Steps = 250;

    /// <summary>A feature that hardly varies must not be given a great weight.</summary>
    private const double LeastDeviation = 0.1;

    public static double[] Learn(IReadOnlyList<RankedGroup> groups, double[] prior)
    {
        var scale = Scales(groups);
        var usable = groups
            .Where(group => group.Right.Contains(true) && group.Right.Contains(false))
            .Select(group => Scaled(group, scale))
            .ToArray();
        var center = prior.Select((weight, i) => scale[i] == 0 ? 0 : weight / scale[i]).ToArray();
        var adam = new Adam(center, Rate);
        for (var step = 0; step < Steps; step++)
        {
            adam.Step(weights => Gradient(usable, weights, center));
        }

        // A feature that never varied keeps what was thought of it.
        return [.. adam.Weights.Select((weight, i) => scale[i] == 0 ? prior[i] : weight * scale[i])];
    }

    private static RankedGroup Scaled(RankedGroup group, double[] scale) =>
        group with
        {
            Features = [.. group.Features.Select(features => features.Select((f, i) => f * scale[i]).ToArray())],
        };

    private static double[] Gradient(RankedGroup[] groups, double[] weights, double[] center)
    {
        var sum = new double[weights.Length];
        foreach (var group in groups)
        {
            AddGradient(group, weights, sum);
        }

        return [.. sum.Select((g, i) => (g / groups.Length) + (L2 * (weights[i] - center[i])))];
    }

    private static void AddGradient(RankedGroup group, double[] weights, double[] sum)
    {
        var scores = Array.ConvertAll(group.Features, features => Dot(features, weights));
        var all = Shares(scores, _ => true);
        var right = Shares(scores, i => group.Right[i]);
        for (var c = 0; c < scores.Length; c++)
        {
            var error = all[c] - right[c];
            for (var i = 0; i < weights.Length; i++)
            {
                sum[i] += error * group.Features[c][i];
            }
        }
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static double[] Shares(double[] scores, Func<int, bool> counts)
    {
        var max = scores.Where((_, i) => counts(i)).Max();
        var shares = scores.Select((score, i) => counts(i) ? Math.Exp(score - max) : 0).ToArray();
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    /// <summary>One over the standard deviation of each feature within its group; 0 for one that never varies.</summary>
    private static double[] Scales(IReadOnlyList<RankedGroup> groups)
    {
        var variance = new double[groups[0].Features[0].Length];
        foreach (var group in groups)
        {
            for (var i = 0; i < variance.Length; i++)
            {
                var mean = group.Features.Average(f => f[i]);
                variance[i] += group.Features.Average(f => (f[i] - mean) * (f[i] - mean)) / groups.Count;
            }
        }

        return Array.ConvertAll(variance, v => v < 1e-9 ? 0 : 1 / Math.Max(Math.Sqrt(v), LeastDeviation));
    }
}
