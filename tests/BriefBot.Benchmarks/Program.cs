using BenchmarkDotNet.Running;
using BriefBot.Benchmarks;

// "start" measures a service from outside, "scale" answers over generated folders, "hostile" asks what means harm; anything else is for BenchmarkDotNet.
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

if (args is ["hostile"])
{
    await HostileMeasurement.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuestionBenchmarks).Assembly).Run(args);
