using System.CommandLine;
using System.CommandLine.Invocation;
using BriefBot.Service.Hosting;

try
{
    // On SIGTERM the host ends by itself once the running answers are finished.
    var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
    // "@everyone" is a word of a question, not a file of arguments.
    var (arguments, settings) = SettingArguments.Take(args);
    var parsed = new CommandLine(settings).Build().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
    var exitCode = await parsed.InvokeAsync(invocation);
    return parsed.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
}
catch (StartProblemException e)
{
    Console.Error.WriteLine(e.Message);
    return e.ExitCode;
}
