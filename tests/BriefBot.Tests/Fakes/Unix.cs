using System.Runtime.InteropServices;

namespace BriefBot.Tests.Fakes;

/// <summary>What Unix can do and the base library can't, without programs that a small system may lack.</summary>
internal static class Unix
{
    private const int Hangup = 1;
    private const int Terminate = 15;

    /// <summary>Asks a process to end.</summary>
    public static void EndProcess(int process) => Check(kill(process, Terminate), "kill");

    /// <summary>Tells a process to read again what it reads.</summary>
    public static void Reload(int process) => Check(kill(process, Hangup), "kill");

    /// <summary>Puts a link in the place of another at once, as a kubelet does.</summary>
    public static void Swap(string link, string place) => Check(rename(link, place), "rename");

    private static void Check(int result, string call)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"{call} failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int rename(string from, string to);
}
