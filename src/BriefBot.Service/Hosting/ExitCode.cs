namespace BriefBot.Service.Hosting;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The folder does not say, a floor of an evaluation was missed, or a check found errors.</summary>
    public const int NotFound = 1;

    /// <summary>The command line, a setting or a file is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something outside fails: the folder, the data folder, the port.</summary>
    public const int Unavailable = 3;
}

/// <summary>
/// Thrown when the program can't start; the message tells a person why and what to do. <c>Program</c> prints it and exits.
/// </summary>
internal sealed class StartProblemException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
