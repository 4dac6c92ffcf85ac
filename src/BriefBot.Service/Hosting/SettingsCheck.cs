using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Checks all settings before anything starts and reports every problem at once, each with its key and the allowed values.
/// </summary>
internal static partial class SettingsCheck
{
    private static readonly string[] Secrets =
    [
        "Http:ApiKey",
        "Discord:Token",
        "Slack:AppToken",
        "Answers:Model:Key",
        "Memory:Postgres",
        "Memory:Key",
    ];

    /// <summary>
    /// A key in one of our sections that nothing reads is a mistake that would else go unseen; a value must be of its type.
    /// </summary>
    /// <exception cref="StartProblemException">Names each invalid key and its allowed values.</exception>
    public static void Keys(IConfiguration configuration, IReadOnlyDictionary<string, Type> sections) =>
        Refuse([
            .. UnknownTops(configuration),
            .. sections.SelectMany(section => SectionCheck.Check(configuration.GetSection(section.Key), section.Value)),
            .. LogLevels(configuration),
        ]);

    /// <summary>The options' own rules.</summary>
    /// <exception cref="StartProblemException">Names each key that breaks one.</exception>
    public static void Values(IServiceProvider provider, IConfiguration configuration)
    {
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException e)
        {
            Refuse([.. e.Failures.Select(failure => Tell(failure, configuration))]);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            Refuse([
                .. e
                    .InnerExceptions.Cast<OptionsValidationException>()
                    .SelectMany(inner => inner.Failures)
                    .Select(failure => Tell(failure, configuration)),
            ]);
        }
    }

    /// <summary>
    /// Returns unknown top-level keys of BriefBot's own files and secrets. Environment variables are shared with other programs and not
    /// checked here.
    /// </summary>
    private static IEnumerable<string> UnknownTops(IConfiguration configuration) =>
        from provider in (configuration as IConfigurationRoot)?.Providers ?? []
        let place = provider switch
        {
            JsonConfigurationProvider file => file.Source.Path ?? "settings",
            KeyPerFileConfigurationProvider => Settings.SecretsFolder,
            _ => null,
        }
        where place is not null
        from key in NearSettings.Unknown(provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase))
        let advice = NearSettings.Meant(key) is { } meant
            ? $"Did you mean {meant}?"
            : $"There are {string.Join(", ", Settings.Sections.Keys.Order(StringComparer.Ordinal))}."
        select $"{place}: {key} isn’t a setting. {advice}";

    private static void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new StartProblemException(ExitCode.Usage, string.Join('\n', problems));
        }
    }

    private static IEnumerable<string> LogLevels(IConfiguration configuration) =>
        from setting in configuration.GetSection("Logging").AsEnumerable()
        where
            setting.Value is not null
            && setting.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
            && !Enum.TryParse<LogLevel>(setting.Value, ignoreCase: true, out _)
        select $"{setting.Key} = {setting.Value}: there is no such level. There are {string.Join(", ", Enum.GetNames<LogLevel>())}.";

    /// <summary>The generated validators speak of classes and fields; a person set a key to a value.</summary>
    public static string Tell(string failure, IConfiguration configuration)
    {
        if (GeneratedMessage().Match(failure) is not { Success: true } message)
        {
            return failure;
        }

        var key = $"{message.Groups["section"]}:{message.Groups["name"].Value.Replace('.', ':')}";
        // Only a number is shown: a text may be a secret, and so may a number where secrets are.
        var value =
            !Secrets.Contains(key, StringComparer.OrdinalIgnoreCase) && double.TryParse(configuration[key], out _)
                ? $" = {configuration[key]}"
                : "";
        var rule = message.Groups["rule"].Value;
        return $"{key}{value}: {rule}{(rule.Contains("which is no id.", StringComparison.Ordinal) ? $" {ChatNetworks.FindingIds}" : "")}";
    }

    [GeneratedRegex(
        @"^(?>\w+): The (?:field )?(?<section>\w{1,60}?)Options\.(?<name>(?>[\w.]+)) (?:field )?(?<rule>(?>.*))$",
        RegexOptions.ExplicitCapture,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex GeneratedMessage();
}
