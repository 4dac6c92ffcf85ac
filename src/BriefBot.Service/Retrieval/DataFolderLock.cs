namespace BriefBot.Service.Retrieval;

/// <summary>
/// Holds a data folder for one process, as long as it lives: a file that no other process may open. (Lucene's own lock was tried and let a
/// second process in.) One call at a time.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string Name = "briefbot.lock";

    /// <summary>Suffix that Linux adds to the name of an open file that was removed.</summary>
    private const string Removed = " (deleted)";

    private readonly string _dataPath;
    private FileStream _file;

    private DataFolderLock(string dataPath, FileStream file) => (_dataPath, _file) = (dataPath, file);

    /// <summary>Locks the folder for this process.</summary>
    /// <exception cref="DataFolderInUseException">Another process holds the folder.</exception>
    /// <exception cref="IOException">The file can't be opened; the message tells what to do.</exception>
    public static DataFolderLock Take(string dataPath) => new(dataPath, Open(dataPath));

    /// <summary>Gets whether the file was removed while it was held, so that another process could take the folder.</summary>
    public bool IsLost =>
        OperatingSystem.IsLinux()
            ? new FileInfo($"/proc/self/fd/{_file.SafeFileHandle.DangerousGetHandle()}").LinkTarget?.EndsWith(
                Removed,
                StringComparison.Ordinal
            ) == true
            : !File.Exists(_file.Name);

    /// <summary>Takes the lock again where it <see cref="IsLost"/>; creates a missing folder, readable by its owner alone.</summary>
    /// <exception cref="DataFolderInUseException">Another process has taken the folder meanwhile.</exception>
    /// <exception cref="IOException">The folder or the file can't be created; the message tells what to do.</exception>
    public void Renew()
    {
        if (IsLost)
        {
            IndexFolder.MakePrivate(_dataPath);
            var file = Open(_dataPath);
            _file.Dispose();
            _file = file;
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string dataPath)
    {
        var path = Path.Combine(Path.GetFullPath(dataPath), Name);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            // Also where a folder has the name.
            throw new IOException(
                $"Data:Path: {path} can't be opened: it belongs to another user, or is a folder. Remove it, or make the service’s user the owner of the data folder.",
                e
            );
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new DataFolderInUseException(
                $"Data:Path: another BriefBot is using the data folder {Path.GetFullPath(dataPath)}. Stop it, or choose another folder with --data DIR.",
                e
            );
        }
    }
}

/// <summary>Another process holds the data folder. The service refuses to start; a short command builds an index in memory.</summary>
internal sealed class DataFolderInUseException(string message, Exception inner) : IOException(message, inner);
