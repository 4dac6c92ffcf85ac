using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace BriefBot.Service.Hosting;

/// <summary>
/// The keys that are valid now: the configured ones, or, where there are none and other machines can reach the service, the one it
/// generated. Read again when settings, secrets or the key file change.
/// </summary>
/// <remarks>
/// When all configured keys vanish, as while a settings file is broken, the previous ones stay valid until the next start. Safe for
/// concurrent use.
/// </remarks>
internal sealed class ApiKeys : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly string? _data;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _registrations = [];
    private volatile IReadOnlyList<string> _valid;

    /// <summary>Indicates whether keys are configured.</summary>
    private volatile bool _isNamed;

    /// <param name="configuration">The settings.</param>
    /// <param name="data">The data folder, or null where no key of its own is needed.</param>
    /// <param name="logger">Logs changes.</param>
    /// <exception cref="StartProblemException">A key is none, or the service's own can't be kept.</exception>
    public ApiKeys(IConfiguration configuration, string? data, ILogger logger)
    {
        (_configuration, _data, _logger) = (configuration, data, logger);
        (_valid, _isNamed) = (Read(), Named().Count > 0);
        if (_data is not null && !_isNamed)
        {
            Log.ApiKeyMade(logger, ApiKeyFile.PathIn(_data));
        }

        _registrations.Add(ChangeToken.OnChange(configuration.GetReloadToken, Take));
        if (data is not null)
        {
            // Polled: of a share, or a link that is swapped, there is no event.
            var files = new PhysicalFileProvider(Path.GetFullPath(data)) { UsePollingFileWatcher = true, UseActivePolling = true };
            _registrations.Add(ChangeToken.OnChange(() => files.Watch(Path.GetFileName(ApiKeyFile.PathIn(data))), Take));
            _registrations.Add(files);
        }
    }

    /// <summary>The keys; empty where none is asked for.</summary>
    public IReadOnlyList<string> Valid => _valid;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Take()
    {
        try
        {
            var keys = Read();
            if (_isNamed && Named().Count == 0)
            {
                Log.ApiKeysKept(_logger);
            }
            else if (!keys.SequenceEqual(_valid, StringComparer.Ordinal))
            {
                (_valid, _isNamed) = (keys, Named().Count > 0);
                Log.ApiKeysTaken(_logger, keys.Count);
            }
        }
        catch (Exception e) when (e is StartProblemException or InvalidOperationException)
        {
            Log.SettingsBroken(_logger, e.Message);
        }
    }

    private List<string> Read() =>
        Named() is { Count: > 0 } keys ? keys
        : _data is null ? []
        : [ApiKeyFile.ReadOrMake(_data)];

    private List<string> Named()
    {
        var http = _configuration.GetSection(HttpOptions.Section).Get<HttpOptions>() ?? new HttpOptions();
        foreach (
            var (name, key) in http
                .ApiKeys.Append(new KeyValuePair<string, string>("", http.ApiKey))
                .Where(key => key.Key.Length + key.Value.Length > 0)
        )
        {
            if (!HttpOptionsValidator.IsKey(key))
            {
                var setting = name.Length > 0 ? $"Http:ApiKeys:{name}" : "Http:ApiKey";
                throw new StartProblemException(
                    ExitCode.Usage,
                    $"{setting}: must have at least {HttpOptionsValidator.ShortestKey} characters and no spaces; ASCII only."
                );
            }
        }

        return [.. http.ApiKeys.Values.Append(http.ApiKey).Where(key => key.Length > 0)];
    }
}
