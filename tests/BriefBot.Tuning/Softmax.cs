namespace BriefBot.Tuning;

/// <summary>One question's candidates: their features, and which of them hold the answer.</summary>
internal sealed record RankedGroup(double[][] Features, bool[] Right);

/// <summary>
/// Learns weights by which right candidates come first: the listwise softmax loss (Cao and others, Learning to Rank: From
/// Pairwise Approach to Listwise Approach, ICML 2007) by Adam (Kingma and Ba, 2015, algorithm 1), features standardised.
/// </summary>
internal static class Softmax
{
    private const double Rate = 0.05;
    private const double L2 = 1e-2;
    private const int Epochs = 12;

    /// <summary>A feature that hardly varies must not be given a great weight.</summary>
    private const double LeastDeviation = 0.1;

    public static double[] Learn(IReadOnlyList<RankedGroup> groups, int seed)
    {
        var usable = groups.Where(group => group.Right.Contains(true) && group.Right.Contains(false)).ToArray();
        var scale = Scales(usable);
        var adam = new Adam(scale.Length, Rate);
        var random = new Random(seed);
        var order = Enumerable.Range(0, usable.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var batch in order.Chunk(8))
            {
                adam.Step(weights => Gradient(batch.Select(i => usable[i]), weights, scale));
            }
        }

        return [.. adam.Weights.Zip(scale, (weight, s) => weight * s)];
    }

    private static double[] Gradient(IEnumerable<RankedGroup> batch, double[] weights, double[] scale)
    {
        var gradient = weights.Select(weight => L2 * weight).ToArray();
        var size = 0;
        foreach (var group in batch)
        {
            size++;
            var scores = group.Features.Select(features => features.Select((f, i) => f * scale[i] * weights[i]).Sum()).ToArray();
            var all = Shares(scores, scores.Select(_ => true).ToArray());
            var right = Shares(scores, group.Right);
            for (var c = 0; c < scores.Length; c++)
            {
                for (var i = 0; i < weights.Length; i++)
                {
                    gradient[i] += (all[c] - right[c]) * group.Features[c][i] * scale[i];
                }
            }
        }

        return [.. gradient.Select(g => g / Math.Max(size, 1))];
    }

    private static double[] Shares(double[] scores, bool[] counted)
    {
        var max = scores.Where((_, i) => counted[i]).Max();
        var shares = scores.Select((score, i) => counted[i] ? Math.Exp(score - max) : 0).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>One over the standard deviation of each feature within its group; 0 for one that never varies.</summary>
    private static double[] Scales(RankedGroup[] groups)
    {
        var size = groups[0].Features[0].Length;
        var variance = new double[size];
        foreach (var group in groups)
        {
            for (var i = 0; i < size; i++)
            {
                var mean = group.Features.Average(f => f[i]);
                variance[i] += group.Features.Average(f => (f[i] - mean) * (f[i] - mean));
            }
        }

        return [.. variance.Select(v => v / groups.Length < 1e-9 ? 0 : 1 / Math.Max(Math.Sqrt(v / groups.Length), LeastDeviation))];
    }
}
