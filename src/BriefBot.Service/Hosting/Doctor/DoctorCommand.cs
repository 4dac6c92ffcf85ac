using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Chat;
using BriefBot.Slack;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary><c>doctor</c>: checks everything the service needs, without starting it, and tells how to fix each problem.</summary>
internal static class DoctorCommand
{
    /// <summary>Maximum time of one request or connection.</summary>
    private static readonly TimeSpan RemoteTimeout = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> commandLine, bool json, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(commandLine, TimeProvider.System, cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, DoctorJson.Default.IReadOnlyListDoctorResult));
        }
        else
        {
            Print(TerminalChannel.Open(), findings);
        }

        return findings.Any(finding => finding.State == DoctorState.Problem) ? ExitCode.NotFound : ExitCode.Done;
    }

    /// <summary>Everything that was found, problems first.</summary>
    private static async Task<IReadOnlyList<DoctorResult>> FindAsync(
        IReadOnlyDictionary<string, string?> commandLine,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = (IConfigurationRoot)BotHost.Configuration(commandLine);
        }
        catch (StartProblemException e)
        {
            return [DoctorResult.Problem("settings", e.Message)];
        }

        var services = new ServiceCollection();
        Settings.AddOptions(services, configuration);
        await using var options = services.BuildServiceProvider();
        var findings = new List<DoctorResult>(
            SettingsChecks.Wrong(configuration, options, Environment.GetEnvironmentVariables().Keys.Cast<string>())
        );
        using var http = new HttpClient { Timeout = RemoteTimeout };
        var api = new RemoteApi(http);
        findings.AddRange(
            MachineChecks.All(
                Urls(configuration),
                Value<RetrievalOptions>(options).Embeddings,
                Value<HttpOptions>(options),
                time.GetUtcNow()
            )
        );
        foreach (var url in Urls(configuration))
        {
            findings.Add(await MachineChecks.AddressAsync(url, cancellationToken));
        }

        findings.AddRange(FolderChecks.Knowledge(Value<KnowledgeOptions>(options).Path));
        findings.AddRange(FolderChecks.Data(Value<DataOptions>(options).Path));
        findings.AddRange(MemoryChecks.Database(Value<MemoryOptions>(options)));
        findings.AddRange(await new ModelChecks(api).CheckAsync(Value<AnswersOptions>(options).Model, cancellationToken));
        findings.AddRange(await new DiscordChecks(api).CheckAsync(Value<DiscordOptions>(options), cancellationToken));
        findings.AddRange(await new SlackChecks(api).CheckAsync(Value<SlackOptions>(options), cancellationToken));
        findings.AddRange(await TelemetryAsync(configuration, cancellationToken));
        findings.AddRange(SettingsChecks.Sources(configuration));
        return [.. findings.OrderByDescending(finding => finding.State == DoctorState.Problem)];
    }

    private static async Task<IReadOnlyList<DoctorResult>> TelemetryAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(RemoteTimeout);
        try
        {
            return await TelemetryChecks.CheckAsync(configuration, late.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return
            [
                DoctorResult.Problem(
                    "otlp",
                    "the collector can't be reached in 15 seconds. Check that no firewall or network policy blocks outgoing connections."
                ),
            ];
        }
    }

    /// <summary>The options as they are set, or as they are by default where something of them is refused: that is told.</summary>
    private static T Value<T>(IServiceProvider options)
        where T : class, new()
    {
        try
        {
            return options.GetRequiredService<IOptions<T>>().Value;
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            return new T();
        }
    }

    private static string[] Urls(IConfiguration configuration)
    {
        try
        {
            return ListenUrls.Read(configuration);
        }
        catch (StartProblemException)
        {
            return [];
        }
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<DoctorResult> findings)
    {
        foreach (var finding in findings)
        {
            var (word, color) = finding.State switch
            {
                DoctorState.Problem => ("problem", Color.Red),
                DoctorState.Note => ("note", Color.Blue),
                _ => ("good", Color.Green),
            };
            console.Write(new Text($"{word, -8}", color));
            console.Write(new Text(PlainText.Escape($"{finding.Area}: {finding.Said}")));
            console.WriteLine();
        }
    }
}
