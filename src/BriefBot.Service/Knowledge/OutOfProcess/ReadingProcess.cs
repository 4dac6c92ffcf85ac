using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge.OutOfProcess;

/// <summary>This executable once more, as a process that reads files and may be ended at any time.</summary>
internal sealed class ReadingProcess : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Process _process;
    private readonly BinaryWriter _requests;
    private readonly BinaryReader _answers;

    /// <exception cref="System.ComponentModel.Win32Exception">The system starts no process.</exception>
    /// <exception cref="IOException">It ended at once.</exception>
    public ReadingProcess(KnowledgeOptions options, TimeProvider time)
    {
        _time = time;
        _process = Process.Start(Executable(options)) ?? throw new IOException("No process was started.");
        // The output of a crash must be read, or its writer would block; nobody needs it.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _requests = new BinaryWriter(_process.StandardInput.BaseStream);
        _answers = new BinaryReader(_process.StandardOutput.BaseStream);
        OutOfProcessMessage.Write(_requests, options);
    }

    /// <summary>Indicates whether it was ended because a file took too long.</summary>
    public bool WasTooSlow { get; private set; }

    /// <exception cref="IOException">The process has ended.</exception>
    public ReadResult Read(string path, ReadOnlyMemory<byte> content, TimeSpan limit)
    {
        var timer = _time.CreateTimer(_ => EndTooSlow(), null, limit, Timeout.InfiniteTimeSpan);
        try
        {
            OutOfProcessMessage.WriteFile(_requests, path, content);
            return OutOfProcessMessage.ReadResult(_answers);
        }
        finally
        {
            // Waits until the timer can end the process no more: it would be the next file's.
            timer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Kills the process; whoever waits for its answer is told that it has ended.</summary>
    public void End() => _process.Kill();

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private void EndTooSlow()
    {
        WasTooSlow = true;
        End();
    }

    /// <summary>The service may be a program of its own, or one that dotnet runs, as in tests.</summary>
    private static ProcessStartInfo Executable(KnowledgeOptions options)
    {
        var name = typeof(ReadingProcess).Assembly.GetName().Name;
        var isProgram = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == name;
        var start = isProgram
            ? new ProcessStartInfo(Environment.ProcessPath ?? "", ["read"])
            : new ProcessStartInfo(
                Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")),
                [Path.Combine(AppContext.BaseDirectory, name + ".dll"), "read"]
            );
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.Environment["DOTNET_GCHeapHardLimit"] = options.Limits.MemoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
