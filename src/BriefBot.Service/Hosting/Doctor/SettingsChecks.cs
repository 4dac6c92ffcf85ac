using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Checks the settings, and lists them with their sources.</summary>
internal static class SettingsChecks
{
    private const string Area = "settings";

    private static readonly string[] SecretNames = ["Token", "Key", "ApiKey", "Postgres"];

    /// <summary>Every setting of ours that is set, with its source; secrets are not shown.</summary>
    public static IEnumerable<DoctorResult> Sources(IConfigurationRoot configuration) =>
        from section in Settings.Sections.Keys
        from setting in configuration.GetSection(section).AsEnumerable()
        where !string.IsNullOrEmpty(setting.Value)
        let source = configuration.Providers.LastOrDefault(provider => provider.TryGet(setting.Key, out _))
        orderby setting.Key
        select DoctorResult.Good(Area, $"{setting.Key} = {(IsSecret(setting.Key) ? "(set)" : setting.Value)}, from {NameOf(source)}");

    /// <summary>Returns the settings that would stop the start, and environment variables that were perhaps meant as settings.</summary>
    public static IEnumerable<DoctorResult> Wrong(
        IConfigurationRoot configuration,
        IServiceProvider options,
        IEnumerable<string> environment
    )
    {
        foreach (
            var problem in Told(() => SettingsCheck.Keys(configuration, Settings.Sections))
                .Concat(Told(() => SettingsCheck.Values(options, configuration)))
                .Concat(Told(() => ListenUrls.Read(configuration)))
                .Concat(Told(() => ListenUrls.AllowedHosts(configuration, [])))
                .Concat(Told(() => Http(options, ListenUrls.Read(configuration))))
                .Concat(Told(() => ChatNetworks.Add(new ServiceCollection(), configuration)))
                .Distinct()
        )
        {
            yield return DoctorResult.Problem(Area, problem);
        }

        foreach (var (name, meant) in NearSettings.FindNearMisses(environment))
        {
            yield return DoctorResult.Problem(Area, $"{name} in the environment isn’t a setting. Did you mean {meant}?");
        }
    }

    private static void Http(IServiceProvider options, string[] urls)
    {
        var http = options.GetRequiredService<IOptions<HttpOptions>>().Value;
        _ = ListenUrls.ReadMetrics(http, urls);
        _ = ProxySettings.Read(http);
    }

    /// <summary>The lines with which something refuses, each once.</summary>
    private static string[] Told(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (StartProblemException e)
        {
            return e.Message.Split('\n');
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            // The checks of keys and values report it.
            return [];
        }
    }

    private static bool IsSecret(string key) =>
        key.Contains(":ApiKeys:", StringComparison.OrdinalIgnoreCase)
        || SecretNames.Contains(key[(key.LastIndexOf(':') + 1)..], StringComparer.OrdinalIgnoreCase);

    private static string NameOf(IConfigurationProvider? provider) =>
        provider switch
        {
            Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider file => file.Source.Path ?? "a file",
            Microsoft.Extensions.Configuration.KeyPerFile.KeyPerFileConfigurationProvider => Settings.SecretsFolder,
            Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider => "the environment",
            Microsoft.Extensions.Configuration.Memory.MemoryConfigurationProvider => "the command line",
            _ => "elsewhere",
        };
}
