using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace BriefBot.Knowledge.Folder;

/// <summary>Signals that the folder may have changed. One reader at a time; <see cref="Signal"/> may be called on any thread.</summary>
/// <remarks>
/// Signals on file system events, once they are quiet; when another folder takes its place; and every
/// <see cref="KnowledgeOptions.PollSeconds"/>, for folders without events. Events may be lost, late or repeated, so the reader must find
/// the changes.
/// </remarks>
internal sealed class FolderChanges(KnowledgeOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>Events that follow each other so closely belong together: an editor that writes and renames, a checkout.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.1);

    /// <summary>A burst that does not end is read so often all the same.</summary>
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(1);

    /// <summary>Interval at which the folder's identity is checked, since replacing it raises no event.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private FileSystemWatcher? _watcher;
    private (string Path, DateTime Made)? _watched;
    private bool _hasFailed;

    /// <summary>Something may have changed.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    /// <summary>Starts listening; <see cref="NextAsync"/> reports later changes.</summary>
    public void Listen()
    {
        if (options.Watch)
        {
            Rewatch();
        }
    }

    /// <summary>Completes when something may have changed since the last time.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var poll = TimeSpan.FromSeconds(options.PollSeconds);
        while (!await IsSignalledAsync(LookAgain, cancellationToken))
        {
            if (time.GetElapsedTime(since) >= poll || (options.Watch && Rewatch()))
            {
                return;
            }
        }

        var began = time.GetTimestamp();
        do
        {
            _signals.Reader.TryRead(out _);
        } while (time.GetElapsedTime(began) < LongestBurst && await IsSignalledAsync(Quiet, cancellationToken));
    }

    public void Dispose() => _watcher?.Dispose();

    private async Task<bool> IsSignalledAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(within, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await _signals.Reader.WaitToReadAsync(ends.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Watches the folder that is there now.</summary>
    /// <returns>Whether it is another one than before.</returns>
    private bool Rewatch()
    {
        var there = KnowledgeFolder.IdentityOf(options.Path);
        if (there == _watched)
        {
            return false;
        }

        _watcher?.Dispose();
        _watcher = null;
        _watched = there;
        if (there is { } folder)
        {
            Watch(folder.Path);
        }

        return true;
    }

    private void Watch(string path)
    {
        try
        {
            var watcher = _watcher = new FileSystemWatcher(path)
            {
                IncludeSubdirectories = true,
                NotifyFilter =
                    NotifyFilters.FileName
                    | NotifyFilters.DirectoryName
                    | NotifyFilters.LastWrite
                    | NotifyFilters.Size
                    | NotifyFilters.Attributes
                    | NotifyFilters.Security,
            };
            watcher.Changed += (_, _) => Signal();
            watcher.Created += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, e) => Fail(e.GetException());
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            Fail(e);
        }
    }

    /// <summary>Events were lost, or there are none.</summary>
    private void Fail(Exception e)
    {
        if (!_hasFailed)
        {
            _hasFailed = true;
            Log.NotWatched(logger, options.PollSeconds, e);
        }

        Signal();
    }
}
