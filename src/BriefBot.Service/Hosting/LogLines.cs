using Microsoft.Extensions.Logging.Console;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Configures the log's format: one line an entry with its time in UTC, or JSON where <c>Logging:Console:FormatterName</c> is <c>json</c>.
/// </summary>
/// <remarks>Under systemd a line has its level and no time, which the journal records.</remarks>
internal static class LogLines
{
    private const string Key = "Logging:Console:FormatterName";

    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    private static readonly string[] Names = [ConsoleFormatterNames.Simple, ConsoleFormatterNames.Json, ConsoleFormatterNames.Systemd];

    /// <exception cref="StartProblemException">There is no such format.</exception>
    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        var name = configuration[Key] ?? (Systemd.IsJournal ? ConsoleFormatterNames.Systemd : ConsoleFormatterNames.Simple);
        if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartProblemException(
                ExitCode.Usage,
                $"{Key} = {name}: there is no such format. There are {string.Join(", ", Names)}."
            );
        }

        logging.AddConsole(console => console.FormatterName = name);
        logging.Services.PostConfigure<SimpleConsoleFormatterOptions>(simple =>
            (simple.SingleLine, simple.UseUtcTimestamp, simple.TimestampFormat) = (true, true, simple.TimestampFormat ?? Time)
        );
        logging.Services.PostConfigure<JsonConsoleFormatterOptions>(json =>
            (json.UseUtcTimestamp, json.TimestampFormat) = (true, json.TimestampFormat ?? Time.TrimEnd())
        );
    }
}
