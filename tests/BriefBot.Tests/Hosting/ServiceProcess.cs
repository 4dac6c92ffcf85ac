using System.Diagnostics;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The built executable in a process of its own. It loads no model of embeddings unless its environment says so.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>A process that runs longer than this hangs; the test fails rather than waits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ServiceProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static ServiceProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "briefbot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["Retrieval__Embeddings"] = "false";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The executable did not start.");
        process.StandardInput.Close();
        return new ServiceProcess(process);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var process = Start(environment, arguments);
        return await process.EndAsync();
    }

    /// <summary>Reads lines until one holds the text, and gives that line.</summary>
    public async Task<string> UntilAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException(
            $"The process ended without saying \"{text}\": {await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}"
        );
    }

    /// <summary>Asks it to end, as an operator's system does.</summary>
    public void Terminate() => Unix.EndProcess(_process.Id);

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TestContext.Current.CancellationToken);
        return (_process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
