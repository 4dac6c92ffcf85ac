using BenchmarkDotNet.Running;
using BriefBot.Benchmarks;

// Measurements of our own by their names; anything else is for BenchmarkDotNet.
var measurements = new Dictionary<string, Func<Task>>
{
    ["start"] = StartMeasurement.RunAsync,
    ["vectors"] = VectorsMeasurement.RunAsync,
    ["scale"] = ScaleMeasurement.RunAsync,
    ["hostile"] = HostileMeasurement.RunAsync,
    ["crowd"] = CrowdMeasurement.RunAsync,
    ["files"] = FilesMeasurement.RunAsync,
    ["damage"] = DamageMeasurement.RunAsync,
    ["first"] = FirstMeasurement.RunAsync,
    ["live"] = LiveMeasurement.RunAsync,
    ["malformed"] = MalformedMeasurement.RunAsync,
    ["kill"] = KillMeasurement.RunAsync,
    ["once"] = OnceMeasurement.RunAsync,
    ["store"] = StoreMeasurement.RunAsync,
    ["come-and-go"] = ComeAndGoMeasurement.RunAsync,
#if DISCORDNET
    ["discord"] = DiscordMeasurement.RunAsync,
#endif
};
if (args is [var name] && measurements.TryGetValue(name, out var measure))
{
    await measure();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(QuestionBenchmarks).Assembly).Run(args);
}
