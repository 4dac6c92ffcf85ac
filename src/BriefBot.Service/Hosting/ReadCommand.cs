using BriefBot.Service.Knowledge.OutOfProcess;

namespace BriefBot.Service.Hosting;

/// <summary><c>read</c>, which is not listed: reads files for the service that started it.</summary>
internal static class ReadCommand
{
    public static int Run()
    {
        OutOfProcessReadings.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput());
        return ExitCode.Done;
    }
}
