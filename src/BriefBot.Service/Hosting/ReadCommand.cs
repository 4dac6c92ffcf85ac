using BriefBot.Service.Knowledge.Separate;

namespace BriefBot.Service.Hosting;

/// <summary><c>read</c>, which is not listed: reads files for the service that started it.</summary>
internal static class ReadCommand
{
    public static int Run()
    {
        SeparateReadings.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput());
        return ExitCode.Done;
    }
}
