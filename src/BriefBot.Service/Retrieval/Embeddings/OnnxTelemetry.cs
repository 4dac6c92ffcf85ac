#if EMBEDDINGS
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// Turns off the telemetry of ONNX Runtime, which from 1.29 on reports on Linux too: the process and its machine at the start, then each
/// model it loads.
/// </summary>
/// <remarks>Of its switches only the environment variable also prevents the first report and the file with the machine's id.</remarks>
internal static class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Once done, nothing is reported by this process; to be called before anything else of ONNX Runtime.</summary>
    /// <exception cref="InvalidOperationException">It can't be told.</exception>
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // Variables set by .NET are not visible to native code there.
        if (!OperatingSystem.IsWindows() && SetEnvironmentVariable(Variable, "1", overwrite: 1) != 0)
        {
            throw new InvalidOperationException($"{Variable} can't be set, without which ONNX Runtime reports to its makers");
        }

        OrtEnv.Instance().DisableTelemetryEvents();
        OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetEnvironmentVariable(string name, string value, int overwrite);
}
#endif
