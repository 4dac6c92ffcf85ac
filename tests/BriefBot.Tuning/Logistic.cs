namespace BriefBot.Tuning;

/// <summary>
/// Logistic regression by Adam over all examples at once, drawn towards a prior; the first feature is the constant and is free.
/// </summary>
internal static class Logistic
{
    private const double Rate = 0.05;
    private const double L2 = 1e-3;
    private const int Steps = 600;

    public static double[] Learn(IReadOnlyList<(double[] Features, bool Right)> examples, double[] prior)
    {
        var size = examples[0].Features.Length;
        var (mean, scale) = Standard(examples, size);
        var center = prior.Select((weight, i) => scale[i] == 0 ? 0 : weight / scale[i]).ToArray();
        var adam = new Adam(center, Rate);
        for (var step = 0; step < Steps; step++)
        {
            adam.Step(weights => Gradient(examples, weights, mean, scale, center));
        }

        var learnt = adam.Weights.Zip(scale, (weight, s) => weight * s).ToArray();
        learnt[0] = adam.Weights[0] - Enumerable.Range(1, size - 1).Sum(i => learnt[i] * mean[i]);
        return learnt;
    }

    private static double[] Gradient(
        IReadOnlyList<(double[] Features, bool Right)> examples,
        double[] weights,
        double[] mean,
        double[] scale,
        double[] center
    )
    {
        var gradient = weights.Select((weight, i) => i == 0 ? 0 : L2 * (weight - center[i])).ToArray();
        foreach (var (features, right) in examples)
        {
            var sum = 0.0;
            for (var i = 0; i < features.Length; i++)
            {
                sum += weights[i] * (features[i] - mean[i]) * scale[i];
            }

            var error = ((1 / (1 + Math.Exp(-sum))) - (right ? 1 : 0)) / examples.Count;
            for (var i = 0; i < features.Length; i++)
            {
                gradient[i] += error * (features[i] - mean[i]) * scale[i];
            }
        }

        return gradient;
    }

    private static (double[] Mean, double[] Scale) Standard(IReadOnlyList<(double[] Features, bool Right)> examples, int size)
    {
        var mean = Enumerable.Range(0, size).Select(i => i == 0 ? 0 : examples.Average(e => e.Features[i])).ToArray();
        var scale = Enumerable
            .Range(0, size)
            .Select(i => i == 0 ? 1 : Math.Sqrt(examples.Average(e => Math.Pow(e.Features[i] - mean[i], 2))))
            .ToArray();
        return (mean, [.. scale.Select(s => s < 1e-9 ? 0 : 1 / s)]);
    }
}
