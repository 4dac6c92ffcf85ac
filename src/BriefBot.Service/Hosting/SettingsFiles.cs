using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Loads the settings files and reloads them when they change. A file that becomes invalid is reported and does not end the service.
/// </summary>
internal sealed class SettingsFiles
{
    private readonly bool _watch;
    private string? _problem;
    private volatile bool _hasLoaded;

    /// <param name="watch">Whether to reload them.</param>
    public SettingsFiles(bool watch) => _watch = watch;

    /// <summary>Makes later errors available as <see cref="TakeProblem"/> instead of throwing.</summary>
    public void Loaded() => _hasLoaded = true;

    /// <summary>Returns and clears the last error of a file, or null.</summary>
    public string? TakeProblem() => Interlocked.Exchange(ref _problem, null);

    /// <summary>The source of a folder with a file for each secret; one that is not there is passed over.</summary>
    public void AddSecrets(IConfigurationBuilder configuration, string folder)
    {
        if (Directory.Exists(folder))
        {
            configuration.AddKeyPerFile(source =>
            {
                source.FileProvider = new PhysicalFileProvider(folder) { UsePollingFileWatcher = _watch, UseActivePolling = _watch };
                source.Optional = true;
                source.ReloadOnChange = _watch;
            });
        }
    }

    /// <summary>Adds a file, which need not be there yet, nor its folder.</summary>
    public void Add(IConfigurationBuilder configuration, string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        if (folder is null)
        {
            return;
        }

        // Polled: of a link that is swapped, as a ConfigMap's is, there is no event.
        configuration.Add<JsonConfigurationSource>(source =>
        {
            source.FileProvider = new PhysicalFileProvider(folder) { UsePollingFileWatcher = _watch, UseActivePolling = _watch };
            source.Path = Path.GetRelativePath(folder, path);
            source.Optional = true;
            source.ReloadOnChange = _watch;
            source.OnLoadException = failed =>
            {
                failed.Ignore = _hasLoaded;
                Interlocked.Exchange(ref _problem, $"{path}: {failed.Exception.Message} {failed.Exception.GetBaseException().Message}");
            };
        });
    }
}
