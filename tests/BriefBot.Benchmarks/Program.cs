using BenchmarkDotNet.Running;
using BriefBot.Benchmarks;

// "start" measures a service from outside, "scale" answers over generated folders; anything else is for BenchmarkDotNet.
if (args is ["start"])
{
    await StartMeasurement.RunAsync();
    return;
}

if (args is ["scale"])
{
    await ScaleMeasurement.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuestionBenchmarks).Assembly).Run(args);
