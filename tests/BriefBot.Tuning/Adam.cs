namespace BriefBot.Tuning;

/// <summary>Adam (Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1).</summary>
internal sealed class Adam(double[] start, double rate)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly double[] _first = new double[start.Length];
    private readonly double[] _second = new double[start.Length];
    private int _step;

    public double[] Weights { get; } = [.. start];

    public void Step(Func<double[], double[]> gradientAt)
    {
        var gradient = gradientAt(Weights);
        _step++;
        for (var i = 0; i < Weights.Length; i++)
        {
            _first[i] = (Beta1 * _first[i]) + ((1 - Beta1) * gradient[i]);
            _second[i] = (Beta2 * _second[i]) + ((1 - Beta2) * gradient[i] * gradient[i]);
            var first = _first[i] / (1 - Math.Pow(Beta1, _step));
            var second = _second[i] / (1 - Math.Pow(Beta2, _step));
            Weights[i] -= rate * first / (Math.Sqrt(second) + Epsilon);
        }
    }
}
