using System.Text.Json;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;
using BriefBot.Service.Chat;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary><c>check</c>: reads the folder, for its editor, and keeps nothing of it.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> settings,
        bool json,
        bool strict,
        CancellationToken cancellationToken
    )
    {
        await using var provider = BotHost.Command(settings, inMemory: true);
        var path = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Path;
        if (File.Exists(path))
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Knowledge:Path: {path} is a file, not a folder. Choose a folder with --knowledge DIR."
            );
        }

        var report = await RunAsync(provider.GetRequiredService<FolderCheck>(), cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(CheckResponse.Create(report), CheckJson.Default.CheckResponse));
        }
        else
        {
            CheckTable.Print(TerminalChannel.Open(), report);
        }

        return report.Errors > 0 || (strict && report.Warnings > 0) ? ExitCode.NotFound : ExitCode.Done;
    }

    private static async Task<CheckReport> RunAsync(FolderCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await ProgressBar.ShowAsync("Reading", told => Task.FromResult(check.Run(told, cancellationToken)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Knowledge:Path: the folder can’t be read ({e.Message.TrimEnd('.')}). Choose one that is there and readable with --knowledge DIR.",
                e
            );
        }
    }
}
