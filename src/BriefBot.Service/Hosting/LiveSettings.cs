using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Applies changed settings, all or none: if one is invalid, the previous ones stay. Logs the keys that changed, never values, and which
/// changes wait for the next start.
/// </summary>
internal sealed class LiveSettings(
    IConfiguration configuration,
    IEnumerable<ILiveOptions> live,
    SettingsFiles files,
    ILogger<LiveSettings> logger
) : IHostedService, IDisposable
{
    /// <summary>
    /// Prefixes of the settings that are applied while the service runs. The sizes in <c>Chat</c> and the model's settings wait for the
    /// next start.
    /// </summary>
    private static readonly string[] LivePaths = ["Answers:", "Chat:", "Logging:LogLevel:"];

    private static readonly string[] FixedPaths = ["Chat:MaxConcurrentAnswers", "Chat:MaxWaitingQuestions", "Answers:Model"];

    private Dictionary<string, string?> _before = [];
    private readonly Lock _lock = new();
    private IDisposable? _registration;
    private volatile bool _isReading;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _before = All();
        _registration = ChangeToken.OnChange(configuration.GetReloadToken, Take);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Indicates whether the current sources are invalid, so that the previous settings stay in force.</summary>
    public bool AreRefused { get; private set; }

    public void Dispose() => _registration?.Dispose();

    /// <summary>Reads all sources again, now rather than when they are looked at next. From any thread.</summary>
    public void ReadAgain()
    {
        // Each source tells of itself; the settings are looked at when all have been read.
        _isReading = true;
        try
        {
            foreach (var source in (configuration as IConfigurationRoot)?.Providers ?? [])
            {
                Read(source);
            }
        }
        finally
        {
            _isReading = false;
        }

        Take();
    }

    private void Read(IConfigurationProvider source)
    {
        try
        {
            source.Load();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Refuse(e.Message);
        }
        catch (Exception e) when (e is AggregateException or OptionsValidationException or InvalidOperationException)
        {
            // A watcher of options throws at invalid ones, which Take reports. A signal must not end the service.
        }
    }

    private void Take()
    {
        if (_isReading)
        {
            return;
        }

        lock (_lock)
        {
            TakeAll();
        }
    }

    private void TakeAll()
    {
        if (files.TakeProblem() is { } broken)
        {
            Refuse(broken);
            return;
        }

        try
        {
            SettingsCheck.Keys(configuration, Settings.Sections);
            foreach (var put in live.Select(one => one.Read()).ToArray())
            {
                put();
            }
        }
        catch (Exception e) when (e is StartProblemException or OptionsValidationException or InvalidOperationException)
        {
            Refuse(
                e is OptionsValidationException invalid
                    ? string.Join(' ', invalid.Failures.Select(failure => SettingsCheck.Tell(failure, configuration)))
                    : e.Message
            );
            return;
        }

        AreRefused = false;
        Tell(All());
    }

    private void Refuse(string problem)
    {
        AreRefused = true;
        Log.SettingsBroken(logger, problem);
    }

    private void Tell(Dictionary<string, string?> now)
    {
        string[] changed =
        [
            .. now
                .Keys.Union(_before.Keys)
                .Where(key => now.GetValueOrDefault(key) != _before.GetValueOrDefault(key))
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
        _before = now;
        var inForce = changed.ToLookup(IsLive);
        if (inForce[true].Any())
        {
            Log.SettingsTaken(logger, string.Join(", ", inForce[true]));
        }

        if (inForce[false].Any())
        {
            Log.SettingsWait(logger, string.Join(", ", inForce[false]));
        }
    }

    private static bool IsLive(string key) =>
        LivePaths.Any(path => key.StartsWith(path, StringComparison.OrdinalIgnoreCase))
        && !FixedPaths.Any(path =>
            key.Equals(path, StringComparison.OrdinalIgnoreCase) || key.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase)
        );

    private Dictionary<string, string?> All() =>
        Settings
            .Sections.Keys.Append("Logging")
            .SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
}
