namespace BriefBot.Service.Hosting;

/// <summary>
/// Thrown when the program can't start; the message tells a person why and what to do. <c>Program</c> prints it and exits.
/// </summary>
internal sealed class StartProblemException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
