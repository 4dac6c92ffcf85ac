using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>Runs the executable with folders of its own.</summary>
public abstract class CommandRunning : IDisposable
{
    private protected TemporaryFolder Data { get; } = new();

    private protected TemporaryFolder Knowledge { get; } =
        new TemporaryFolder().With("bridge.md", "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n");

    public void Dispose()
    {
        Data.Dispose();
        Knowledge.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    private protected static void AssertNoStackTrace(string text) => Assert.DoesNotMatch(@"^\s+at \S+\(", text);

    private protected ServiceProcess Start() =>
        ServiceProcess.Start(None, "--urls", "http://127.0.0.1:0", "--data", Data.Path, "--knowledge", Knowledge.Path);

    private protected Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ServiceProcess.RunAsync(None, [.. arguments, "--data", Data.Path, "--knowledge", Knowledge.Path]);
}
