using System.CommandLine;
using BriefBot.Service.Hosting;

try
{
    // The host itself ends on SIGTERM, when what is being answered is finished.
    var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
    return await CommandLine.Build().Parse(args).InvokeAsync(invocation);
}
catch (StartProblemException e)
{
    Console.Error.WriteLine(e.Message);
    return e.ExitCode;
}
