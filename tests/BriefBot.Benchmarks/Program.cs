using BenchmarkDotNet.Running;
using BriefBot.Benchmarks;

// "start" measures a service from outside; anything else is for BenchmarkDotNet.
if (args is ["start"])
{
    await StartMeasurement.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuestionBenchmarks).Assembly).Run(args);
