namespace BriefBot.Service.Hosting;

/// <summary>The program can't start, and the message says to a person why and what to do. <c>Program</c> prints it and exits.</summary>
internal sealed class StartProblemException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
