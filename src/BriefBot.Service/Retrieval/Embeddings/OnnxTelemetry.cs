#if EMBEDDINGS
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// ONNX Runtime reports to its makers unless told not to, from 1.29 on Linux too: the process and its machine when it begins, then each model that it loads. What runs here
/// says nothing to anybody. Of its ways only the environment variable keeps back the first report as well, and has no file written that tells this machine from others.
/// </summary>
internal static class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Once done, nothing is reported by this process; to be called before anything else of ONNX Runtime.</summary>
    /// <exception cref="InvalidOperationException">It can't be told.</exception>
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // What .NET sets stays within .NET there.
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
